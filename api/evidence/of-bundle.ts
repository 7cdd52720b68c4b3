import type { Tx } from '../../prisma/client.js';
import type { CaseModel as Case } from '../../prisma/generated/models.js';
import type { OfBundle } from '../../proof/evidence.js';
import { signedOnBundles } from './signed-acts.js';

type OfCase = Omit<OfBundle, 'openedAt'>;

/** What there is of the bundles that some cases came from; of a case that came from none, undefined. */
export async function readBundles(
  tx: Tx,
  cases: readonly Pick<Case, 'bundleNo' | 'applicationId'>[],
): Promise<(row: Pick<Case, 'bundleNo' | 'applicationId'> | null) => OfCase | undefined> {
  const bundled = cases.filter(({ bundleNo }) => bundleNo !== null);
  if (bundled.length === 0) return () => undefined;
  const bundles = [...new Set(bundled.map(({ bundleNo }) => bundleNo!))];
  const signatures = await signedOnBundles(tx, bundles);
  const rows = await tx.bundleRow.findMany({
    where: { applicationId: { in: bundled.map(({ applicationId }) => applicationId) } },
  });
  const acts = await tx.bundleAct.findMany({
    where: { bundleNo: { in: bundles } },
    select: { bundleNo: true, actId: true },
  });
  const strikes = await tx.bundleStrike.findMany({
    where: { actId: { in: acts.map(({ actId }) => actId) }, position: { in: rows.map(({ position }) => position) } },
  });
  const bundleOf = new Map(acts.map(({ actId, bundleNo }) => [actId, bundleNo]));
  return (row) => {
    if (row?.bundleNo == null) return undefined;
    const { bundleNo, applicationId } = row;
    const position = rows.find((one) => one.applicationId === applicationId)?.position;
    const own = strikes.filter((one) => one.position === position && bundleOf.get(one.actId) === bundleNo);
    return {
      applicationId,
      signatures: signatures.filter((one) => one.caseNo.startsWith(`${bundleNo}-`)),
      strikes: own.map(({ actId, reasonCode, wordsSha256 }) => ({ actId, reasonCode, wordsSha256: wordsSha256 ?? '' })),
    };
  };
}
