import { ofHousehold } from '../../prisma/applicant.js';
import { splitFen } from '../../domain/rules/funding.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import { Programme } from '../../domain/schemas/programme.js';
import type { Effect } from '../../domain/schemas/programme-version.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { ProgrammeDraftModel } from '../../prisma/generated/models.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { positionOf } from './page.js';
import { villageTypes, WORTH_SELECT, worthOf } from './programme-worth.js';

const PAGE = 1_000;
/** Ends with money; who is housed otherwise may have had none. */
const GRANTED: readonly (Outcome['kind'] | undefined)[] = ['completed', 'housedOtherwise'];

interface Asked {
  readonly year: number;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const none = (): Record<Effect, number> => ({ gain: 0, lose: 0, same: 0, newlyEligible: 0, newlyIneligible: 0 });

/**
 * The cases of a programme that were submitted in a year, by the version each ran under and by a draft, both compared
 * with the register as it is now: who gains, who loses, what it costs. Refused, withdrawn and lapsed cases count
 * only where the draft makes them eligible that were not. Cases are read page by page.
 */
export async function dryRun(tx: Tx, draft: ProgrammeDraftModel, { year, cursor, limit }: Asked) {
  const then = Programme.parse(draft.body);
  const villages = await villageTypes(tx, draft.countyCode);
  const versions = new Map<string, Programme>();
  const counts = none();
  let [cases, beforeFen, afterFen] = [0, 0, 0];
  const shownAfter = positionOf(cursor)?.id ?? '';
  const items: { caseNo: string; effect: Effect; beforeFen: number; afterFen: number }[] = [];
  for await (const found of casesOf(tx, draft, year)) {
    const row = ofHousehold(found);
    const known = versions.get(row.programmeDigest) ?? (await programmeVersion(tx, row.programmeDigest));
    versions.set(row.programmeDigest, known);
    const was = worthOf(known, row.household, villages, row.quantity, row.rentMonths);
    const now = worthOf(then, row.household, villages, row.quantity, row.rentMonths);
    const granted = row.running || (GRANTED.includes((row.outcome as Outcome | null)?.kind) && row.amountFen > 0n);
    const effect = effectOf({ granted, was: was.eligible, now: now.eligible }, Number(row.amountFen), now.amountFen);
    cases += 1;
    if (effect === undefined) continue;
    const before = effect === 'newlyEligible' ? 0 : Number(row.amountFen);
    counts[effect] += 1;
    beforeFen += before;
    afterFen += now.amountFen;
    if (effect !== 'same' && row.caseNo > shownAfter && items.length <= limit) {
      items.push({ caseNo: row.caseNo, effect, beforeFen: before, afterFen: now.amountFen });
    }
  }
  const shown = items.slice(0, limit);
  const next = items.length > limit ? cursorAt(shown.at(-1)!.caseNo) : null;
  const afterByOffice = then.funding ? splitFen(afterFen, then.funding) : null;
  return { year, cases, counts, beforeFen, afterFen, afterByOffice, items: shown, next };
}

const cursorAt = (caseNo: string): string => Buffer.from(JSON.stringify([null, caseNo])).toString('base64url');

function effectOf(
  { granted, was, now }: { granted: boolean; was: boolean; now: boolean },
  before: number,
  after: number,
): Effect | undefined {
  if (!granted) return !was && now ? 'newlyEligible' : undefined;
  if (!now) return 'newlyIneligible';
  if (after === before) return 'same';
  return after > before ? 'gain' : 'lose';
}

async function* casesOf(tx: Tx, { countyCode, code }: ProgrammeDraftModel, year: number) {
  const from = new Date(`${year}-01-01T00:00:00+08:00`);
  const to = new Date(`${year + 1}-01-01T00:00:00+08:00`);
  const base = { countyCode, programmeCode: code, submittedAt: { gte: from, lt: to } } satisfies Prisma.CaseWhereInput;
  for (let last = ''; ;) {
    const rows = await tx.case.findMany({
      where: { ...base, payeeId: null, caseNo: { gt: last } },
      select: {
        ...{ caseNo: true, programmeDigest: true, quantity: true, amountFen: true, running: true, outcome: true },
        rentMonths: true,
        householdId: true,
        household: { select: WORTH_SELECT },
      },
      orderBy: { caseNo: 'asc' },
      take: PAGE,
    });
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)!.caseNo;
  }
}
