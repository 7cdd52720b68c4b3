import { BEARERS } from '../domain/rules/funding.js';
import type { Tx } from '../prisma/client.js';
import { partsHeld, partsOf, release, setAside, type Share, unspentFen } from '../prisma/commitments.js';
import type { CommitmentPart } from '../prisma/generated/enums.js';
import type { CaseModel, CommitmentModel } from '../prisma/generated/models.js';
import { allotmentAccount, lockAccounts } from '../prisma/ledger/accounts.js';
import { firstWith, openAllotments } from '../prisma/ledger/fiscal-year.js';
import { lockCase } from '../prisma/lock-case.js';
import { programmeVersion } from '../prisma/rules-in-force.js';
import type { Reservation } from './contract.js';
import type { World } from './world.js';

/**
 * 占用指标: sets the amount aside from an allotment of the programme that has enough left, in place of what the case
 * had reserved before; what it has spent stays spent. Where province, city and county bear the programme together, each
 * part comes from an allotment of its bearer, or nothing is set aside. Asked again it answers the same; however many ask
 * at once, no allotment is overdrawn.
 *
 * It is an allotment of the fiscal year in which it is reserved: a case of last year takes nothing more from a year
 * that is over. But what it had reserved there it keeps, as long as it asks for no more.
 */
export async function reserve({ db }: Pick<World, 'db'>, caseNo: string, amountFen: number): Promise<Reservation> {
  return await db.$transaction(async (tx) => {
    await lockCase(tx, caseNo);
    const held = await partsHeld(tx, caseNo);
    if (isReserved(held, BigInt(amountFen))) return { kind: 'reserved' };
    const row = await tx.case.findUniqueOrThrow({ where: { caseNo } });
    if (!row.running) throw new Error(`Case ${caseNo} has ended: it reserves nothing more.`);
    const wanted = await Promise.all(
      (await borneBy(tx, row, BigInt(amountFen), held)).map(async (part) => ({
        ...part,
        allotmentIds: await allotmentsFor(tx, row, part, held),
      })),
    );
    const touched = [...wanted.flatMap((part) => part.allotmentIds), ...held.map(({ allotmentId }) => allotmentId)];
    await lockAccounts(
      tx,
      touched.map((id) => allotmentAccount(id, 'available')),
    );
    const earlier = await tx.ledgerTransaction.count({ where: { caseNo, kind: { in: ['opened', 'reserved'] } } });
    await release(tx, caseNo, { key: `${caseNo}/reservation/${earlier}` });
    const shares: Share[] = [];
    const short: CommitmentPart[] = [];
    for (const { part, fen, allotmentIds } of wanted) {
      const allotmentId = await firstWith(tx, allotmentIds, fen);
      if (allotmentId === undefined) short.push(part);
      else shares.push({ part, fen, allotmentId });
    }
    const [first] = short;
    if (first)
      return first === 'whole'
        ? { kind: 'short' }
        : { kind: 'short', of: BEARERS.filter((one) => short.includes(one)) };
    await setAside(tx, caseNo, shares, { key: `${caseNo}/reservation/${earlier + 1}` });
    return { kind: 'reserved' };
  });
}

const isReserved = (held: readonly CommitmentModel[], amountFen: bigint): boolean =>
  held.some(({ state }) => state === 'reserved') && held.reduce((sum, one) => sum + unspentFen(one), 0n) === amountFen;

type Part = Omit<Share, 'allotmentId'>;

/** By the programme; of a case that has been paid before it was split, what follows is of one allotment, too. */
async function borneBy(tx: Tx, { programmeDigest }: CaseModel, amountFen: bigint, held: readonly CommitmentModel[]) {
  const { funding } = await programmeVersion(tx, programmeDigest);
  const isWhole = held.some(({ part, spentFen, waitingFen }) => part === 'whole' && spentFen + waitingFen > 0n);
  return partsOf(amountFen, isWhole ? undefined : funding);
}

/** Those of the programme in the year that it is, and last the one in which the case has so much already. */
async function allotmentsFor(
  tx: Tx,
  row: CaseModel,
  { part, fen }: Part,
  held: readonly CommitmentModel[],
): Promise<string[]> {
  const ids = (await openAllotments(tx, row, part)).map(({ id }) => id);
  const one = held.find((each) => each.part === part);
  const keeps = one?.state === 'reserved' && unspentFen(one) >= fen && !ids.includes(one.allotmentId);
  return keeps ? [...ids, one.allotmentId] : ids;
}
