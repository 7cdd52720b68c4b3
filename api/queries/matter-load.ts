import { MATTER_STAGES, type MatterStage } from '../../domain/rules/matters.js';
import type { Tx } from '../../prisma/client.js';
import { waitingMatters } from '../../prisma/matters/waiting.js';
import { claimsOf, isLate } from './matters.js';

/** What waits besides the steps of cases: one matter, as the load of its stage and of whoever has it counts it. */
export interface WaitingMatter {
  readonly stage: MatterStage;
  readonly overdue: boolean;
  readonly claimedById: string | undefined;
}

/** The bundles, joint notices and second signatures that wait in an area. */
export async function matterLoad(tx: Tx, areaCode: string): Promise<WaitingMatter[]> {
  const matters = await waitingMatters(tx, areaCode, MATTER_STAGES);
  const claims = await claimsOf(tx, matters);
  return matters.map((matter) => ({
    ...{ stage: matter.stage, overdue: isLate(matter), claimedById: claims.get(matter.id) },
  }));
}

/** A row of the load with these matters counted in. */
export const plus = <Row extends { readonly open: number; readonly overdue: number }>(
  row: Row,
  matters: readonly WaitingMatter[],
): Row => ({
  ...row,
  open: row.open + matters.length,
  overdue: row.overdue + matters.filter(({ overdue }) => overdue).length,
});
