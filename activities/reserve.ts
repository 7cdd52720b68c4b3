import type { Tx } from '../prisma/client.js';
import { fiscalYearOf, moveCommitment, setAside } from '../prisma/commitments.js';
import { allotmentAccount, lockAccounts } from '../prisma/ledger/accounts.js';
import type { Reservation } from './contract.js';
import type { World } from './world.js';

/**
 * 占用指标: sets the amount aside from an allotment of the programme that has enough left, in place of what the case
 * had reserved before. Asked again it answers the same; however many ask at once, no allotment is overdrawn.
 */
export async function reserve({ db }: World, caseNo: string, amountFen: number): Promise<Reservation> {
  return await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "caseNo" = ${caseNo} FOR NO KEY UPDATE`;
    const held = await tx.commitment.findUnique({ where: { caseNo } });
    if (held?.state === 'reserved' && held.amountFen === BigInt(amountFen)) return { kind: 'reserved' };
    if (held?.state === 'spent') throw new Error(`Case ${caseNo} is paid: it reserves nothing more.`);
    const allotmentIds = await allotmentsFor(tx, caseNo);
    const touched = held ? [...allotmentIds, held.allotmentId] : allotmentIds;
    await lockAccounts(
      tx,
      touched.map((id) => allotmentAccount(id, 'available')),
    );
    const earlier = await tx.ledgerTransaction.count({ where: { caseNo, kind: { in: ['opened', 'reserved'] } } });
    const cause = { key: `${caseNo}/reservation/${earlier + 1}` };
    await moveCommitment(tx, caseNo, 'released', { key: `${caseNo}/reservation/${earlier}` });
    const allotmentId = await firstWith(tx, allotmentIds, BigInt(amountFen));
    if (!allotmentId) return { kind: 'short' };
    await setAside(tx, caseNo, allotmentId, BigInt(amountFen), cause);
    return { kind: 'reserved' };
  });
}

/** The allotments of the programme in the case's fiscal year, by document number. */
async function allotmentsFor(tx: Tx, caseNo: string): Promise<string[]> {
  const { countyCode, programmeCode, submittedAt } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const rows = await tx.allotment.findMany({
    where: { countyCode, programmeCode, fiscalYear: fiscalYearOf(submittedAt) },
    orderBy: [{ documentNo: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The first of them with enough left; none where no one has. */
async function firstWith(tx: Tx, allotmentIds: readonly string[], amountFen: bigint): Promise<string | undefined> {
  const accounts = await tx.ledgerAccount.findMany({
    where: { allotmentId: { in: [...allotmentIds] }, kind: 'available', balanceFen: { gte: amountFen } },
  });
  return allotmentIds.find((id) => accounts.some(({ allotmentId }) => allotmentId === id));
}
