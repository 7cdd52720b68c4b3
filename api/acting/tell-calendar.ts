import { WorkflowNotFoundError } from '@temporalio/common';
import type { Strand } from '../../domain/schemas/application.js';
import type { RunningCases } from '../../platform/running-cases.js';
import type { Db } from '../../prisma/client.js';
import type { Deps } from '../deps.js';
import { NATIONAL } from '../queries/calendar.js';
import { parseMark, textOfMark, type Mark } from './calendar-mark.js';

/** As many as are told within the few seconds the engine is given. */
const PAGE = 50;
/** Then the caller goes on with a new request. */
const PAGES = 20;

/** In this order. */
const TOLD: readonly Strand[] = ['case', 'review', 'followUp'];

interface Told {
  readonly told: number;
  /** Where to go on; null when all were told. */
  readonly next: string | null;
}

/**
 * Tells open cases, then open reviews, then open follow-ups, that the calendar changed; in the order of their numbers, so that it can be
 * gone on with.
 *
 * @throws Refused INVALID_INPUT for an `after` that is none of ours
 */
export async function tellCalendar(
  { db, engine }: Pick<Deps, 'db' | 'engine'>,
  countyCode: string,
  after: string | undefined,
): Promise<Told> {
  let mark: Mark | undefined = parseMark(after);
  let told = 0;
  for (let page = 0; page < PAGES && mark; page++) {
    const { strand } = mark;
    const caseNos = await openAfter(db, countyCode, mark);
    if (!(await engine.tell((cases) => tellAll(cases, caseNos, strand)))) break;
    told += caseNos.length;
    mark = following(mark, caseNos);
  }
  return { told, next: mark ? textOfMark(mark) : null };
}

function following({ strand }: Mark, caseNos: readonly string[]): Mark | undefined {
  const last = caseNos.at(-1);
  if (last !== undefined && caseNos.length === PAGE) return { strand, caseNo: last };
  const next = TOLD[TOLD.indexOf(strand) + 1];
  return next && { strand: next, caseNo: '' };
}

async function openAfter(db: Db, countyCode: string, { strand, caseNo }: Mark): Promise<string[]> {
  // The number of a case begins with its county.
  const county = countyCode === NATIONAL ? {} : { startsWith: `${countyCode}-` };
  const where = { caseNo: { gt: caseNo, ...county } };
  const page = { select: { caseNo: true }, orderBy: { caseNo: 'asc' }, take: PAGE } as const;
  const beside = { where: { ...where, closedAt: null }, ...page };
  const rows =
    strand === 'case'
      ? await db.case.findMany({ where: { ...where, running: true }, ...page })
      : await (strand === 'review' ? db.review.findMany(beside) : db.followUp.findMany(beside));
  return rows.map((row) => row.caseNo);
}

const tellAll = async (cases: RunningCases, caseNos: readonly string[], strand: Strand): Promise<void> => {
  await Promise.all(caseNos.map((caseNo) => tellOne(cases, caseNo, strand)));
};

/** One that was not started yet takes the calendar as it is when it starts. */
async function tellOne(cases: RunningCases, caseNo: string, strand: Strand): Promise<void> {
  try {
    await cases.tellCalendarChange(caseNo, strand);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
