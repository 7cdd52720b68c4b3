import { Act } from '../../domain/schemas/act.js';
import type { Keyring } from '../../platform/keyring.js';
import { bundleIdOf } from '../../platform/running-cases.js';
import { keepSignature } from '../../prisma/act-signatures.js';
import { Prisma, type Tx } from '../../prisma/client.js';
import { signedAct } from '../../proof/signed-act.js';
import { actsSigner } from './acts-signer.js';

/** What cases begin with from their bundle and nobody had signed when that began: endorsements and withdrawals, as they stand. */
export async function signStandingBundles(tx: Tx, keyring: Keyring): Promise<void> {
  const signer = actsSigner(keyring);
  const acts = await tx.bundleAct.findMany({
    include: { bundle: true },
    orderBy: [{ bundleNo: 'asc' }, { seq: 'asc' }],
  });
  for (const { bundle, actId, body } of acts) {
    const sent = {
      caseNo: bundleIdOf({ bundleNo: bundle.no, submission: bundle.submission }),
      strand: 'case',
    } as const;
    await keepSignature(tx, signedAct(signer, { ...sent, actId, act: Act.parse(body) }));
  }
  const withdrawn = await tx.bundleRow.findMany({
    where: { withdrawal: { not: Prisma.DbNull } },
    include: { bundle: true },
    orderBy: [{ bundleNo: 'asc' }, { position: 'asc' }],
  });
  for (const { bundle, applicationId, withdrawal } of withdrawn) {
    const sent = {
      caseNo: bundleIdOf({ bundleNo: bundle.no, submission: bundle.submission }),
      strand: 'case',
    } as const;
    const act = { ...Act.parse(withdrawal), subject: applicationId };
    await keepSignature(tx, signedAct(signer, { ...sent, actId: applicationId, act }));
  }
}
