import type { Act } from '../../domain/schemas/act.js';
import type { Application } from '../../domain/schemas/application.js';
import { canonical } from '../canonical.js';
import type { CaseEvidence, Ground, OfBundle } from '../evidence.js';
import type { Finding } from '../finding.js';
import type { RunTold } from '../read-run.js';
import { isActSigned, type SignedAct } from '../signed-act.js';
import { isMadeAgain } from './bundle-acts.js';

/**
 * (5) What a case of a bundle begins with: somebody signed it. 扶贫办初核 comes after the cases are opened: of one that was
 * opened since decisions on bundles are signed, it is signed too.
 */
export function checkBundleBeginnings(
  { caseNo: subject, ofBundle }: Pick<CaseEvidence, 'caseNo' | 'ofBundle'>,
  runs: readonly RunTold[],
  ground: Ground,
): Finding[] {
  const { actKeys, bundlesSignedSince = Infinity, bundleCasesSigned = false } = ground;
  if (!ofBundle || ofBundle.openedAt < bundlesSignedSince) return [];
  return runs.flatMap(({ runId, input }) => {
    const { no = '', acts = [] } = (input as Application | undefined)?.bundle ?? {};
    const signed = ofBundle.signatures.filter((one) => one.caseNo.startsWith(`${no}-`) && isActSigned(actKeys, one));
    const strikeBy = ({ subject }: Act) =>
      ofBundle.strikes?.find(({ actId }) => actId === subject || isMadeAgain(ground, no, actId));
    return acts
      .filter((act) => bundleCasesSigned || isChecked(act))
      .filter((act) => !signed.some((one) => isOf(act, one, { ...ofBundle, strike: strikeBy(one.act) })))
      .map(({ stage, verdict, by }) => ({
        ...{ kind: 'actUnsigned' as const, subject, at: `${runId} bundle`, found: `${stage} ${verdict} ${by.id}` },
      }));
  });
}

const isChecked = ({ stage, verdict }: Act): boolean => stage === 'initialCheck' && verdict !== 'withdraw';

/** What an act is held against; the strike-out is by the decision that was signed. */
interface Held extends OfBundle {
  readonly strike: NonNullable<OfBundle['strikes']>[number] | undefined;
}

/**
 * What is decided about all is what was signed; who is struck out has a refusal of his own in its place, by the same, and
 * who has withdrawn, what he signed for that.
 */
function isOf(act: Act, one: SignedAct, { applicationId, strikes, strike }: Held): boolean {
  const { subject, ...signed } = one.act;
  if (act.verdict === 'withdraw') return canonical(act) === canonical(signed) && subject === applicationId;
  if (act.verdict !== 'refuse') return canonical(act) === canonical(signed) && !strike;
  const { reasonCode, words } = act;
  const isStruck = strike?.reasonCode === reasonCode && strike?.wordsSha256 === words?.sha256;
  return (!strikes || isStruck) && act.stage === signed.stage && canonical(act.by) === canonical(signed.by);
}
