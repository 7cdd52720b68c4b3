import type { Tx } from '../prisma/client.js';
import { heldBy, release, setAside, unspentFen } from '../prisma/commitments.js';
import type { CommitmentModel } from '../prisma/generated/models.js';
import { allotmentAccount, lockAccounts } from '../prisma/ledger/accounts.js';
import { firstWith, openAllotments } from '../prisma/ledger/fiscal-year.js';
import { lockCase } from '../prisma/lock-case.js';
import type { Reservation } from './contract.js';
import type { World } from './world.js';

/**
 * 占用指标: sets the amount aside from an allotment of the programme that has enough left, in place of what the case
 * had reserved before; what it has spent stays spent. Asked again it answers the same; however many ask at once, no
 * allotment is overdrawn.
 *
 * It is an allotment of the fiscal year in which it is reserved: a case of last year takes nothing more from a year
 * that is over. But what it had reserved there it keeps, as long as it asks for no more.
 */
export async function reserve({ db }: Pick<World, 'db'>, caseNo: string, amountFen: number): Promise<Reservation> {
  return await db.$transaction(async (tx) => {
    await lockCase(tx, caseNo);
    const held = await heldBy(tx, caseNo);
    if (held?.state === 'reserved' && unspentFen(held) === BigInt(amountFen)) return { kind: 'reserved' };
    await mustRun(tx, caseNo);
    const allotmentIds = await allotmentsFor(tx, caseNo, BigInt(amountFen), held);
    const touched = held ? [...allotmentIds, held.allotmentId] : allotmentIds;
    await lockAccounts(
      tx,
      touched.map((id) => allotmentAccount(id, 'available')),
    );
    const earlier = await tx.ledgerTransaction.count({ where: { caseNo, kind: { in: ['opened', 'reserved'] } } });
    const cause = { key: `${caseNo}/reservation/${earlier + 1}` };
    await release(tx, caseNo, { key: `${caseNo}/reservation/${earlier}` });
    const allotmentId = await firstWith(tx, allotmentIds, BigInt(amountFen));
    if (!allotmentId) return { kind: 'short' };
    await setAside(tx, caseNo, allotmentId, BigInt(amountFen), cause);
    return { kind: 'reserved' };
  });
}

/** @throws Error where the case has ended */
async function mustRun(tx: Tx, caseNo: string): Promise<void> {
  const { running } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  if (!running) throw new Error(`Case ${caseNo} has ended: it reserves nothing more.`);
}

/** Those of the programme in the year that it is, and last the one in which the case has so much already. */
async function allotmentsFor(
  tx: Tx,
  caseNo: string,
  amountFen: bigint,
  held: CommitmentModel | null,
): Promise<string[]> {
  const row = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const ids = (await openAllotments(tx, row)).map(({ id }) => id);
  const keeps = held?.state === 'reserved' && unspentFen(held) >= amountFen && !ids.includes(held.allotmentId);
  return keeps ? [...ids, held.allotmentId] : ids;
}
