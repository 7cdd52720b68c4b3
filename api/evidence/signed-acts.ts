import { Act } from '../../domain/schemas/act.js';
import type { Tx } from '../../prisma/client.js';
import type { ActSignatureModel as ActSignature } from '../../prisma/generated/models.js';
import type { SignedAct } from '../../proof/signed-act.js';

/** A signed act, as its row has it. */
export const signedActIn = ({ caseNo, strand, actId, act, keyId, signature }: ActSignature): SignedAct => ({
  ...{ caseNo, strand, actId, keyId, signature, act: Act.parse(act) },
});

/** What was signed on some bundles, every time that they were handed in. */
export async function signedOnBundles(tx: Tx, bundleNos: readonly string[]): Promise<SignedAct[]> {
  const rows = await tx.actSignature.findMany({
    where: { OR: bundleNos.map((no) => ({ caseNo: { startsWith: `${no}-` } })) },
    orderBy: { at: 'asc' },
  });
  return rows.map(signedActIn);
}
