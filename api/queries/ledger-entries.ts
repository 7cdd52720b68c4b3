import type { LedgerEntryQuery, LedgerEntryView } from '../../domain/schemas/ledger.js';
import { ACCOUNT_NAMES, TRANSACTION_NAMES } from '../../domain/texts/ledger.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { accountsInArea, accountsOf } from './money-scope.js';
import { officialsBy } from './officials.js';
import { MALFORMED_CURSOR, type Page, pageOf, positionOf } from './page.js';
import { invalid } from '../problem.js';

const behindIt = { transaction: true, account: { include: { fund: true, allotment: true } } } as const;
type Entry = Prisma.LedgerEntryGetPayload<{ include: typeof behindIt }>;

/** Entries of the money that an official may see, the last one first. */
export async function entryPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, account, kind, caseNo, since, until, ...scope }: LedgerEntryQuery,
): Promise<Page<LedgerEntryView>> {
  const ofKinds = account === undefined ? {} : { kind: { in: account } };
  const transaction = { ...(kind !== undefined && { kind }), ...(caseNo !== undefined && { caseNo }) };
  const rows = await tx.ledgerEntry.findMany({
    where: {
      account: { AND: [accountsInArea(who), accountsOf(scope), ofKinds] },
      ...(Object.keys(transaction).length > 0 && { transaction }),
      at: { ...(since !== undefined && { gte: since }), ...(until !== undefined && { lte: until }) },
      ...behind(cursor),
    },
    include: behindIt,
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ id }) => ({ at: null, id: String(id) }), await views(tx, rows));
}

/** What was booked of a case's money, in order. */
export async function entriesOfCase(tx: Tx, caseNo: string): Promise<LedgerEntryView[]> {
  const where = { transaction: { caseNo } };
  const rows = await tx.ledgerEntry.findMany({ where, include: behindIt, orderBy: { id: 'asc' } });
  return rows.map(await views(tx, rows));
}

/** @throws Refused INVALID_INPUT for what is no cursor of this list */
function behind(cursor: string | undefined): { id?: { lt: bigint } } {
  const id = positionOf(cursor)?.id;
  if (id === undefined) return {};
  if (!/^\d{1,18}$/.test(id)) throw invalid([MALFORMED_CURSOR]);
  return { id: { lt: BigInt(id) } };
}

/** How entries are shown, with the names of those who entered them. */
async function views(tx: Tx, rows: readonly Entry[]): Promise<(entry: Entry) => LedgerEntryView> {
  const person = await officialsBy(
    tx,
    rows.map(({ transaction }) => transaction.byId),
  );
  return ({ id, at, transactionKey, transaction, account, amountFen }) => {
    const { fund, allotment } = account;
    const { byId, documentNo, caseNo, reference } = transaction;
    return {
      ...{ id: String(id), at: at.toISOString(), transaction: transactionKey, amountFen: Number(amountFen) },
      ...{ kind: coded(TRANSACTION_NAMES, transaction.kind), account: coded(ACCOUNT_NAMES, account.kind) },
      fund: { id: fund.id, name: fund.name },
      allotment: allotment && { id: allotment.id, documentNo: allotment.documentNo },
      ...{ caseNo, reference, documentNo, by: byId === null ? null : person(byId) },
    };
  };
}
