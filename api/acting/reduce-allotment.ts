import { yuanText } from '../../domain/rules/fen.js';
import type { Reduction } from '../../domain/schemas/fund-acts.js';
import type { Db, Tx } from '../../prisma/client.js';
import { allotmentAccount, lockAccounts } from '../../prisma/ledger/accounts.js';
import { reduce, reductionKey } from '../../prisma/ledger/funds.js';
import { found, Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { openFundOf } from './kept-fund.js';

/**
 * 指标调减: takes what is still available of an allotment back into its fund, once by a document: an entry of its own,
 * the allotment stays as it was made. `repeated`: the same act was begun before; what it booked is found again.
 *
 * @throws Refused NOT_FOUND, KEPT_ELSEWHERE, YEAR_CLOSED, DOCUMENT_KNOWN, ALLOTMENT_OVERDRAWN
 */
export async function reduceAllotment(
  db: Db,
  who: OfficialWho,
  allotmentId: string,
  { documentNo, amountFen: fen }: Reduction,
  repeated: boolean,
): Promise<void> {
  const amountFen = BigInt(fen);
  await db.$transaction(async (tx) => {
    const allotment = found(await tx.allotment.findUnique({ where: { id: allotmentId } }));
    await openFundOf(tx, who, allotment.fundId);
    const available = allotmentAccount(allotmentId, 'available');
    await lockAccounts(tx, [available]);
    const booked = await bookedFen(tx, available, reductionKey(allotmentId, documentNo));
    if (booked === amountFen && repeated) return;
    if (booked !== undefined) throw new Refused('DOCUMENT_KNOWN', { errors: [KNOWN] });
    const { balanceFen } = await tx.ledgerAccount.findUniqueOrThrow({ where: { id: available } });
    if (amountFen > balanceFen) throw tooMuch(balanceFen);
    await reduce(tx, allotment, { documentNo, amountFen, byId: who.id });
  });
}

async function bookedFen(tx: Tx, accountId: string, transactionKey: string): Promise<bigint | undefined> {
  const where = { transactionKey_accountId: { transactionKey, accountId } };
  const entry = await tx.ledgerEntry.findUnique({ where });
  return entry ? -entry.amountFen : undefined;
}

const KNOWN = {
  field: 'documentNo',
  zh: '该文号已对此指标调减过',
  en: 'This document has reduced the allotment already',
};

function tooMuch(balanceFen: bigint): Refused {
  const left = yuanText(Number(balanceFen));
  return new Refused('ALLOTMENT_OVERDRAWN', {
    errors: [{ field: 'amountFen', zh: `可用余额为${left}元`, en: `${left} yuan are available` }],
  });
}
