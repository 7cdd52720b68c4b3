import { signers } from '../../domain/rules/separation-of-duty.js';
import type { Stage } from '../../domain/rules/stages.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { Strand } from '../../domain/schemas/application.js';
import type { FindingKind } from '../../domain/texts/findings.js';
import { registerText } from '../../domain/texts/register.js';
import { canonical } from '../canonical.js';
import { type CaseEvidence, type Ground, postOf } from '../evidence.js';
import type { Finding } from '../finding.js';
import type { AcceptedAct, RunTold } from '../read-run.js';
import type { SealedRegister, Span } from '../sealed-register.js';
import { isActSigned } from '../signed-act.js';

/** (5) Every act that a workflow accepted came through the API, by somebody who held that post then. */
export function checkActs(
  { caseNo, signatures }: Pick<CaseEvidence, 'caseNo' | 'signatures'>,
  strand: Strand,
  runs: readonly RunTold[],
  ground: Ground,
): Finding[] {
  return runs
    .flatMap(({ acts }) => acts)
    .filter(({ at }) => at >= ground.signedSince)
    .flatMap((accepted) => [
      ...checkSignature(caseNo, strand, accepted, { signatures, ground }),
      ...checkPosts(caseNo, strand, accepted, { runs, register: ground.register }),
    ]);
}

function checkSignature(
  subject: string,
  strand: Strand,
  { actId, act, eventId }: AcceptedAct,
  { signatures, ground }: { signatures: CaseEvidence['signatures']; ground: Ground },
): Finding[] {
  const at = `${strand} event ${eventId}`;
  const found = `${act.stage} ${act.verdict} ${act.by.id}`;
  const of = signatures.filter((one) => one.actId === actId && one.caseNo === subject && one.strand === strand);
  if (of.length === 0) return [{ kind: 'actUnsigned', subject, at, found }];
  const fits = of.some((one) => canonical(one.act) === canonical(act) && isActSigned(ground.actKeys, one));
  if (fits) return [];
  const { act: signed } = of[0]!;
  return [{ kind: 'actForged', subject, at, proved: `${signed.stage} ${signed.verdict} ${signed.by.id}`, found }];
}

/** Everybody who signed held the post when he did so, or was named to stand in for whoever held it. */
function checkPosts(
  subject: string,
  strand: Strand,
  accepted: AcceptedAct,
  { runs, register }: { runs: readonly RunTold[]; register: SealedRegister },
): Finding[] {
  const { act, eventId } = accepted;
  return signers(act)
    .filter(({ role }) => role !== 'household' && role !== 'helper')
    .flatMap((actor): Finding[] => {
      const span = spanOf(accepted, actor, runs);
      const kind = whyNot(actor, register, span);
      if (!kind) return [];
      const known = register.at('official', actor.id, span.to);
      const proved = known ? registerText(known) : '—';
      return [{ kind, subject, at: `${strand} event ${eventId}`, proved, found: postOf(actor) }];
    });
}

/** What is done for many cases at once is carried into each later: done since it was at this stage; null: ever before. */
const CARRIED: Partial<Record<Stage, Stage | null>> = {
  ...{ noticePosting: 'noticePosting', publicNotice: 'noticePosting', accountCorrection: null },
  ...{ paymentPreparation: 'paymentPreparation', paymentReview: 'paymentReview' },
};

/** When an actor did what was accepted: then; but carried, or waiting for a second signature, maybe earlier. */
function spanOf({ act, at }: AcceptedAct, actor: Actor, runs: readonly RunTold[]): Span {
  const isFirst = act.cosigner !== undefined && actor === act.by;
  const since = act.stage in CARRIED ? CARRIED[act.stage] : isFirst ? act.stage : undefined;
  if (since === undefined) return { from: at, to: at };
  const entered = runs.flatMap(({ steps }) => steps).find((step) => step.kind === 'entered' && step.stage === since);
  return { from: Math.min(entered?.at ?? -Infinity, at), to: at };
}

function whyNot(actor: Actor, register: SealedRegister, span: Span): FindingKind | undefined {
  const { id, role, officeId, inAbsenceOf } = actor;
  const inOffice = (official: string) =>
    register.during('official', official, span).filter((one) => one.active && one.officeId === officeId);
  const holds = (official: string) => inOffice(official).some(({ roles }) => roles.includes(role));
  if (holds(id)) return undefined;
  if (inAbsenceOf === undefined || !holds(inAbsenceOf) || inOffice(id).length === 0) return 'actorUnknown';
  return register.stoodIn(inAbsenceOf, id, span) ? undefined : 'standInUnknown';
}
