import { REASONS } from '../../domain/rules/reasons.js';
import {
  LINE_STATES,
  type ScheduleDetail,
  type ScheduleLineQuery,
  type ScheduleQuery,
  type ScheduleView,
  StoredReview,
} from '../../domain/schemas/payee-schedule.js';
import { LINE_STATE_TEXTS, SCHEDULE_STATE_TEXTS, SCHEDULE_VERDICTS } from '../../domain/texts/schedules.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { PayeeScheduleModel as Schedule } from '../../prisma/generated/models.js';
import { openColumn } from '../../prisma/sealed.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { countyNames } from './county-names.js';
import { fenShown } from './fen-shown.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { programmeNames } from './programme-names.js';
import { aboveLimit } from './schedule-limit.js';
import { linePage } from './schedule-lines.js';
import { withinArea } from './visible.js';

type Row = Schedule & { readonly _count: { readonly lines: number } };
const withCount = { _count: { select: { lines: true } } } as const;

/** The payee schedules of an official's area, the newest first. */
export async function schedulePage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, state, programme }: ScheduleQuery,
): Promise<Page<ScheduleView>> {
  const rows = await tx.payeeSchedule.findMany({
    where: {
      countyCode: { startsWith: who.areaCode },
      ...(state !== undefined && { state }),
      ...(programme !== undefined && { programmeCode: programme }),
      ...behind(positionOf(cursor), 'madeAt', 'no'),
    },
    include: withCount,
    orderBy: [{ madeAt: 'desc' }, { no: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ madeAt, no }) => ({ at: madeAt, id: no }), await scheduleViews(tx, rows));
}

/** A schedule that this official may see. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleSchedule(tx: Tx, who: OfficialWho, no: string): Promise<Row> {
  const row = found(await tx.payeeSchedule.findUnique({ where: { no }, include: withCount }));
  withinArea(who, row.countyCode);
  return row;
}

/** A schedule with its control totals, what finance decided, and a page of its lines. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function scheduleDetail(
  tx: Tx,
  keyring: Keyring,
  who: OfficialWho,
  no: string,
  query: ScheduleLineQuery,
): Promise<ScheduleDetail> {
  const row = await visibleSchedule(tx, who, no);
  const grouped = await tx.payeeScheduleLine.groupBy({ by: ['state'], where: { scheduleNo: no }, _count: true });
  const counts = LINE_STATES.flatMap((state) => {
    const lines = grouped.find((group) => group.state === state)?._count ?? 0;
    return lines > 0 ? [{ state: coded(LINE_STATE_TEXTS, state), lines }] : [];
  });
  return {
    ...(await scheduleViews(tx, [row]))(row),
    ...{ counts, review: reviewView(keyring, row), lines: await linePage(tx, keyring, no, query) },
  };
}

async function scheduleViews(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => ScheduleView> {
  const county = await countyNames(
    tx,
    rows.map((row) => row.countyCode),
  );
  const programme = await programmeNames(
    tx,
    rows.map((row) => row.programmeCode),
  );
  const ids = rows.flatMap(({ madeById, reviewedById, thirdById }) => [madeById, reviewedById, thirdById]);
  const person = await officialsBy(tx, ids);
  const above = await aboveLimit(tx, rows);
  return (row) => ({
    ...{ no: row.no, county: county(row.countyCode), programme: programme(row.programmeCode) },
    ...{ state: coded(SCHEDULE_STATE_TEXTS, row.state), cases: row._count.lines },
    ...{ madeBy: person(row.madeById), madeAt: row.madeAt.toISOString() },
    ...{ orders: row.orders, sumFen: fenShown(row.sumFen), digest: row.digest },
    aboveLimit: above.has(row.no),
    reviewedBy: row.reviewedById === null ? null : person(row.reviewedById),
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    thirdBy: row.thirdById === null ? null : person(row.thirdById),
    thirdAt: row.thirdAt?.toISOString() ?? null,
  });
}

/** What finance decided about the whole; where it reviewed its orders one by one, each case says it. */
function reviewView(keyring: Keyring, { review, countyCode }: Schedule): ScheduleDetail['review'] {
  if (review === null) return null;
  const { verdict, reasonCode, words, excluded } = StoredReview.parse(review);
  const { key } = keyring.county(countyCode);
  return {
    verdict: coded(SCHEDULE_VERDICTS, verdict),
    reason: reasonCode === undefined ? null : coded(REASONS, reasonCode),
    words: words === undefined ? null : openColumn(key, 'scheduleWords', Buffer.from(words, 'base64')),
    excluded: excluded.map(({ reference, reasonCode: why }) => ({ reference, reason: coded(REASONS, why) })),
  };
}
