import type { StandardFacts } from '../domain/rules/household-standard.js';
import { shanghaiDate, startOfShanghaiDay } from '../domain/rules/working-days.js';
import type { Programme } from '../domain/schemas/programme.js';
import { type Owner, ownedBy } from './applicant.js';
import type { Tx } from './client.js';

/** What the amounts of an applicant hang on, as the register has it now; of a programme, what it was granted this year. */
export async function standardFacts(
  tx: Tx,
  owner: Owner,
  programme?: Pick<Programme, 'code' | 'yearCapFen'>,
): Promise<StandardFacts> {
  const facts = owner.householdId === null ? {} : await householdFacts(tx, owner.householdId);
  if (programme?.yearCapFen === undefined) return facts;
  const grantedFen = await grantedThisYear(tx, owner, programme.code);
  return { ...facts, leftThisYearFen: Math.max(0, programme.yearCapFen - grantedFen) };
}

async function householdFacts(tx: Tx, householdId: string): Promise<StandardFacts> {
  const { group } = await tx.household.findUniqueOrThrow({ where: { id: householdId }, select: { group: true } });
  return { group, persons: await tx.member.count({ where: { householdId, status: 'present' } }) };
}

/** What was granted of a programme since New Year, and what running cases ask for. */
async function grantedThisYear(tx: Tx, owner: Owner, programmeCode: string): Promise<number> {
  const newYear = startOfShanghaiDay(`${shanghaiDate(Date.now()).slice(0, 4)}-01-01`);
  const { _sum } = await tx.case.aggregate({
    where: {
      ...{ ...ownedBy(owner), programmeCode, submittedAt: { gte: new Date(newYear) } },
      OR: [
        { running: true },
        ...['completed', 'housedOtherwise'].map((kind) => ({ outcome: { path: ['kind'], equals: kind } })),
      ],
    },
    _sum: { amountFen: true },
  });
  return Number(_sum.amountFen ?? 0n);
}
