import type { Tx } from '../../prisma/client.js';
import { isRelated } from '../../prisma/kin.js';
import { Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';

/** 回避: who is related to a household does not act in what concerns it. @throws Refused KIN */
export async function mustBeNoKin(tx: Tx, { id }: Pick<OfficialWho, 'id'>, householdId: string | null): Promise<void> {
  if (await isRelated(tx, id, householdId)) throw new Refused('KIN');
}
