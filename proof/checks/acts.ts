import { signers } from '../../domain/rules/separation-of-duty.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { Strand } from '../../domain/schemas/application.js';
import { canonical } from '../canonical.js';
import { type CaseEvidence, type Ground, postOf } from '../evidence.js';
import type { Finding } from '../finding.js';
import type { AcceptedAct, RunTold } from '../read-run.js';
import { isActSigned } from '../signed-act.js';

/** (5) Every act that a workflow accepted came through the API, by somebody who held that post. */
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
      ...checkPosts(caseNo, strand, accepted, ground),
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

function checkPosts(subject: string, strand: Strand, { act, eventId, at: actedAt }: AcceptedAct, ground: Ground) {
  const { posts: proved, younger } = ground;
  const posts = younger && actedAt >= younger.since ? new Set([...proved, ...younger.posts]) : proved;
  return signers(act)
    .filter(({ role }) => role !== 'household' && role !== 'helper')
    .filter((actor) => !posts.has(postOf(actor)) && !standsIn(actor, posts))
    .map((actor): Finding => ({
      kind: 'actorUnknown',
      subject,
      at: `${strand} event ${eventId}`,
      found: postOf(actor),
    }));
}

/** 代理: a colleague of the office acted in the post of an absent one. */
function standsIn({ id, role, officeId, inAbsenceOf }: Actor, posts: Ground['posts']): boolean {
  if (inAbsenceOf === undefined || !posts.has(postOf({ id: inAbsenceOf, role, officeId }))) return false;
  return [...posts].some((post) => post.startsWith(`${id}/`) && post.endsWith(`/${officeId ?? ''}`));
}
