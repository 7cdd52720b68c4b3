import type { Act } from '../../domain/schemas/act.js';
import type { Application } from '../../domain/schemas/application.js';
import { canonical } from '../canonical.js';
import type { CaseEvidence, Ground } from '../evidence.js';
import type { Finding } from '../finding.js';
import type { RunTold } from '../read-run.js';
import { isActSigned, type SignedAct } from '../signed-act.js';

/**
 * (5) 扶贫办初核 of a bundle, as its cases begin with it: somebody signed it. It comes after its cases are opened: of one
 * that was opened since decisions on bundles are signed, it is signed too.
 */
export function checkBundleBeginnings(
  { caseNo: subject, ofBundle }: Pick<CaseEvidence, 'caseNo' | 'ofBundle'>,
  runs: readonly RunTold[],
  { actKeys, bundlesSignedSince = Infinity }: Ground,
): Finding[] {
  if (!ofBundle || ofBundle.openedAt < bundlesSignedSince) return [];
  return runs.flatMap(({ runId, input }) => {
    const { no = '', acts = [] } = (input as Application | undefined)?.bundle ?? {};
    const signed = ofBundle.signatures.filter((one) => one.caseNo.startsWith(`${no}-`) && isActSigned(actKeys, one));
    return acts
      .filter(({ stage, verdict }) => stage === 'initialCheck' && verdict !== 'withdraw')
      .filter((act) => !signed.some((one) => isOf(act, one)))
      .map(({ stage, verdict, by }) => ({
        ...{ kind: 'actUnsigned' as const, subject, at: `${runId} bundle`, found: `${stage} ${verdict} ${by.id}` },
      }));
  });
}

/** What is decided about all is what was signed; who is struck out has a refusal of his own in its place, by the same. */
function isOf(act: Act, one: SignedAct): boolean {
  const { subject: _, ...signed } = one.act;
  if (act.verdict !== 'refuse') return canonical(act) === canonical(signed);
  return act.stage === signed.stage && canonical(act.by) === canonical(signed.by);
}
