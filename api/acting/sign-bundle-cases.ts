import { Act } from '../../domain/schemas/act.js';
import type { Keyring } from '../../platform/keyring.js';
import { bundleIdOf } from '../../platform/running-cases.js';
import { Prisma, type Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { announcedAt } from '../../prisma/signing-keys.js';
import type { SentAct } from '../../proof/signed-act.js';
import { signAct } from './acts-signer.js';

/** Signs an act about a bundle as it was handed in last. */
export async function signOnBundle(
  tx: Tx,
  keyring: Keyring,
  { no: bundleNo, submission }: Pick<Bundle, 'no' | 'submission'>,
  said: Pick<SentAct, 'actId' | 'act'>,
): Promise<void> {
  await signAct(tx, keyring, { caseNo: bundleIdOf({ bundleNo, submission }), strand: 'case', ...said });
}

/**
 * What cases begin with from their bundle and was not signed then: what was decided before decisions were, and withdrawals,
 * as they stand.
 */
export async function signStandingBundles(tx: Tx, keyring: Keyring): Promise<void> {
  const since = await announcedAt(tx, 'bundles');
  const acts = await tx.bundleAct.findMany({
    ...(since && { where: { at: { lt: since } } }),
    include: { bundle: true },
    orderBy: [{ bundleNo: 'asc' }, { seq: 'asc' }],
  });
  for (const { bundle, actId, body } of acts) await signOnBundle(tx, keyring, bundle, { actId, act: Act.parse(body) });
  const withdrawn = await tx.bundleRow.findMany({
    where: { withdrawal: { not: Prisma.DbNull } },
    include: { bundle: true },
    orderBy: [{ bundleNo: 'asc' }, { position: 'asc' }],
  });
  for (const { bundle, applicationId, withdrawal } of withdrawn) {
    const act = { ...Act.parse(withdrawal), subject: applicationId };
    await signOnBundle(tx, keyring, bundle, { actId: applicationId, act });
  }
}
