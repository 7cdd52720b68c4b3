import type {
  ReconciliationDetail,
  ReconciliationLineQuery,
  ReconciliationLineView,
  ReconciliationQuery,
  ReconciliationView,
} from '../../domain/schemas/reconciliation.js';
import { bankWord } from '../../domain/texts/money.js';
import { FIT_NAMES } from '../../domain/texts/reconciliation.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type {
  ReconciliationLineModel as Line,
  ReconciliationModel as Reconciliation,
} from '../../prisma/generated/models.js';
import { foundIn, unsettledIn } from '../../prisma/unsettled.js';
import { found, invalid } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { discrepancyViews } from './discrepancies.js';
import { fenShown } from './fen-shown.js';
import { officialsBy } from './officials.js';
import { MALFORMED_CURSOR, type Page, pageOf, positionOf } from './page.js';
import { withinArea } from './visible.js';

/** The days of an official's area, the last one first. */
export async function reconciliationPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, county, from, until, signed }: ReconciliationQuery,
): Promise<Page<ReconciliationView>> {
  const rows = await tx.reconciliation.findMany({
    where: {
      AND: [{ countyCode: { startsWith: who.areaCode } }, behind(cursor)],
      ...(county !== undefined && { countyCode: county }),
      date: { ...(from !== undefined && { gte: from }), ...(until !== undefined && { lte: until }) },
      ...(signed !== undefined && { signedAt: signed ? { not: null } : null }),
    },
    orderBy: [{ date: 'desc' }, { countyCode: 'asc' }],
    take: limit + 1,
  });
  const view = await reconciliationViews(tx, rows);
  return pageOf(rows, limit, ({ date, countyCode }) => ({ at: null, id: `${date} ${countyCode}` }), view);
}

/** @throws Refused INVALID_INPUT for what is no cursor of this list */
function behind(cursor: string | undefined): Prisma.ReconciliationWhereInput {
  const id = positionOf(cursor)?.id;
  if (id === undefined) return {};
  const [date, countyCode] = id.split(' ');
  if (date === undefined || countyCode === undefined) throw invalid([MALFORMED_CURSOR]);
  return { OR: [{ date: { lt: date } }, { date, countyCode: { gt: countyCode } }] };
}

/** A day that this official may see. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleReconciliation(
  tx: Tx,
  who: OfficialWho,
  { county: countyCode, date }: { county: string; date: string },
): Promise<Reconciliation> {
  withinArea(who, countyCode);
  return found(await tx.reconciliation.findUnique({ where: { countyCode_date: { countyCode, date } } }));
}

export async function reconciliationViews(
  tx: Tx,
  rows: readonly Reconciliation[],
): Promise<(row: Reconciliation) => ReconciliationView> {
  const person = await officialsBy(
    tx,
    rows.map(({ signedById }) => signedById),
  );
  return ({ countyCode, date, matchedFen, madeAt, signedById, signedAt, ...row }) => ({
    ...{ county: countyCode, date, matched: row.matched, matchedFen: Number(matchedFen), digest: row.digest },
    ...{ missingAtBank: row.missingAtBank, missingHere: row.missingHere, amountDiffers: row.amountDiffers },
    ...{ complete: row.complete, statements: row.statements, madeAt: madeAt.toISOString() },
    signed: signedById !== null && signedAt ? { by: person(signedById), at: signedAt.toISOString() } : null,
  });
}

/** As many as an official reads through beside the lines. */
const FURTHER = 100;

/** A day with a page of its lines. */
export async function reconciliationDetail(
  tx: Tx,
  row: Reconciliation,
  query: ReconciliationLineQuery,
): Promise<ReconciliationDetail> {
  const { countyCode, date } = row;
  const furtherRows = await tx.discrepancy.findMany({
    where: { ...foundIn(date, countyCode), NOT: { cause: { in: await causesOf(tx, row) } } },
    orderBy: [{ foundAt: 'desc' }, { id: 'desc' }],
    take: FURTHER,
  });
  return {
    ...(await reconciliationViews(tx, [row]))(row),
    lines: await linePage(tx, row, query),
    unsettled: await unsettledIn(tx, countyCode, date),
    further: furtherRows.map(await discrepancyViews(tx, furtherRows)),
  };
}

async function causesOf(tx: Tx, { countyCode, date }: Reconciliation): Promise<string[]> {
  const rows = await tx.reconciliationLine.findMany({ where: { countyCode, date, cause: { not: null } } });
  return rows.flatMap(({ cause }) => cause ?? []);
}

/** Lines of a day, in their order. @throws Refused INVALID_INPUT for what is no cursor of this list */
export async function linePage(
  tx: Tx,
  { countyCode, date }: Pick<Reconciliation, 'countyCode' | 'date'>,
  { cursor, limit, fit }: ReconciliationLineQuery,
): Promise<Page<ReconciliationLineView>> {
  const after = Number(positionOf(cursor)?.id ?? 0);
  if (!Number.isSafeInteger(after) || after < 0 || after > MOST_LINES) throw invalid([MALFORMED_CURSOR]);
  const rows = await tx.reconciliationLine.findMany({
    where: { countyCode, date, line: { gt: after }, ...(fit !== undefined && { fit }) },
    orderBy: { line: 'asc' },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ line }) => ({ at: null, id: String(line) }), await lineViews(tx, rows));
}

/** What an integer of PostgreSQL holds. */
const MOST_LINES = 2_147_483_647;

async function lineViews(tx: Tx, rows: readonly Line[]): Promise<(row: Line) => ReconciliationLineView> {
  const causes = rows.flatMap(({ cause }) => cause ?? []);
  const discrepancies = await tx.discrepancy.findMany({ where: { cause: { in: causes } } });
  const view = await discrepancyViews(tx, discrepancies);
  const known = new Map(discrepancies.map((row) => [row.cause, view(row)]));
  return ({ line, fit, reference, said, ourFen, bankFen, cause }) => ({
    ...{ line, fit: coded(FIT_NAMES, fit), reference, says: { code: said, ...bankWord(said) } },
    ...{ ourFen: fenShown(ourFen), bankFen: fenShown(bankFen), discrepancy: known.get(cause ?? '') ?? null },
  });
}
