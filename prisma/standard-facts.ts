import type { StandardFacts } from '../domain/rules/household-standard.js';
import type { Tx } from './client.js';

/** What the amounts of a household hang on, as the register has it now. */
export async function standardFacts(tx: Tx, householdId: string): Promise<StandardFacts> {
  const { group } = await tx.household.findUniqueOrThrow({ where: { id: householdId }, select: { group: true } });
  return { group, persons: await tx.member.count({ where: { householdId, status: 'present' } }) };
}
