import { Act } from '../../domain/schemas/act.js';
import type { Keyring } from '../../platform/keyring.js';
import { bundleIdOf } from '../../platform/running-cases.js';
import { keepSignature } from '../../prisma/act-signatures.js';
import { Prisma, type Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { signedAct } from '../../proof/signed-act.js';
import { actsSigner } from './acts-signer.js';

/**
 * What cases begin with from their bundle and was not signed then: what was decided before decisions were, and withdrawals,
 * as they stand.
 */
export async function signStandingBundles(tx: Tx, keyring: Keyring): Promise<void> {
  const signer = actsSigner(keyring);
  const since = await tx.logEntry.findFirst({ where: { kind: 'key', subject: 'bundles' }, orderBy: { id: 'asc' } });
  const acts = await tx.bundleAct.findMany({
    ...(since && { where: { at: { lt: since.at } } }),
    include: { bundle: true },
    orderBy: [{ bundleNo: 'asc' }, { seq: 'asc' }],
  });
  for (const { bundle, actId, body } of acts) {
    await keepSignature(tx, signedAct(signer, { ...sentInto(bundle), actId, act: Act.parse(body) }));
  }
  const withdrawn = await tx.bundleRow.findMany({
    where: { withdrawal: { not: Prisma.DbNull } },
    include: { bundle: true },
    orderBy: [{ bundleNo: 'asc' }, { position: 'asc' }],
  });
  for (const { bundle, applicationId, withdrawal } of withdrawn) {
    const act = { ...Act.parse(withdrawal), subject: applicationId };
    await keepSignature(tx, signedAct(signer, { ...sentInto(bundle), actId: applicationId, act }));
  }
}

const sentInto = ({ no: bundleNo, submission }: Bundle) =>
  ({ caseNo: bundleIdOf({ bundleNo, submission }), strand: 'case' }) as const;
