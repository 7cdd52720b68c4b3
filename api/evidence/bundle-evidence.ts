import { Act } from '../../domain/schemas/act.js';
import { bundleNoIn } from '../../platform/running-cases.js';
import { struckOutBy } from '../queries/struck-out.js';
import type { Tx } from '../../prisma/client.js';
import type { BundleEvidence } from '../../proof/checks/bundle-acts.js';
import type { StruckOut } from '../../proof/struck-out.js';
import { signedOnBundles } from './signed-acts.js';

/** What there is of the decisions on the bundle whose workflow it is; undefined of another workflow. */
export async function bundleEvidence(tx: Tx, workflowId: string): Promise<BundleEvidence | undefined> {
  const bundleNo = bundleNoIn(workflowId);
  if (bundleNo === undefined) return undefined;
  const acts = await tx.bundleAct.findMany({ where: { bundleNo }, orderBy: { seq: 'asc' } });
  const struckOut = new Map<string, StruckOut[]>();
  for (const { actId } of acts) struckOut.set(actId, await struckOutBy(tx, bundleNo, actId));
  return {
    bundleNo,
    rows: acts.map(({ actId, body, at }) => ({
      ...{ actId, act: Act.parse(body), at: at.getTime(), struckOut: struckOut.get(actId)! },
    })),
    signatures: await signedOnBundles(tx, [bundleNo]),
  };
}
