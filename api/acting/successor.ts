import { ofHousehold } from '../../prisma/applicant.js';
import { effectOnCase } from '../../prisma/life-events.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { Refused } from '../problem.js';

/**
 * 承接: what passes to a successor goes on when the register has one: its head, to whose account the money goes.
 *
 * @throws Refused SUCCESSOR_MISSING
 */
export async function mustHaveSuccessor(tx: Tx, row: CaseModel, changeId: string): Promise<void> {
  const { kind } = await tx.householdChange.findUniqueOrThrow({ where: { id: changeId } });
  if ((await effectOnCase(tx, row, kind)) !== 'successor') return;
  const { householdId } = ofHousehold(row);
  const head = await tx.member.findFirstOrThrow({ where: { householdId }, orderBy: { position: 'asc' } });
  if (head.status !== 'present') throw new Refused('SUCCESSOR_MISSING');
}
