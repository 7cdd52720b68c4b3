import { countyOf } from '../../domain/rules/county-of.js';
import { sealingLetter, type SealingTrouble } from '../../domain/texts/proof.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { tellCounty } from '../../prisma/tell-officials.js';

/** Something does not fit what was logged before: the auditors of its county are told, once. */
export async function tellAuditors(
  tx: Tx,
  keyring: Keyring,
  workflowId: string,
  trouble: SealingTrouble,
): Promise<void> {
  const key = `sealing/${trouble}/${workflowId}`;
  await tellCounty(tx, keyring, {
    ...{ key, countyCode: countyOf(workflowId), role: 'auditor' },
    ...sealingLetter(workflowId, trouble),
  });
}
