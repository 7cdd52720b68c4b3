import type { Act } from '../../domain/schemas/act.js';
import { canonical } from '../canonical.js';
import type { Ground } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import type { RunTold } from '../read-run.js';
import { isActSigned, type SignedAct } from '../signed-act.js';
import { type StruckOut, struckOutDigest } from '../struck-out.js';
import { checkActs } from './acts.js';

interface BundleActRow {
  readonly actId: string;
  readonly act: Act;
  readonly at: number;
  /** Whom it strikes out. */
  readonly struckOut: readonly StruckOut[];
}

/** What PostgreSQL has of the decisions on a bundle. */
export interface BundleEvidence {
  readonly bundleNo: string;
  /** As they are shown, and as its cases begin with them. */
  readonly rows: readonly BundleActRow[];
  /** Of every time that it was handed in. */
  readonly signatures: readonly SignedAct[];
}

/** (5) Every decision on a bundle came through the API, by somebody who held that post, and stands there as it was made. */
export function checkBundleActs(
  workflowId: string,
  runs: readonly RunTold[],
  bundle: BundleEvidence,
  ground: Ground,
): Finding[] {
  const signing = { ...ground, signedSince: ground.bundlesSignedSince ?? Infinity };
  const { signatures } = bundle;
  return [
    ...checkActs({ caseNo: workflowId, signatures }, 'case', runs, signing),
    ...checkRows(workflowId, runs, bundle, ground),
  ];
}

/** What a restore has made again of what the cases of a bundle began with has IDs of its own. */
export const isMadeAgain = ({ restores }: Pick<Ground, 'restores'>, bundleNo: string, actId: string): boolean =>
  restores > 0 && actId.startsWith(`${bundleNo}/`);

function checkRows(
  subject: string,
  runs: readonly RunTold[],
  { bundleNo, rows, signatures }: BundleEvidence,
  ground: Ground,
): Finding[] {
  const { actKeys, bundlesSignedSince = Infinity } = ground;
  if (rows.some(({ actId }) => isMadeAgain(ground, bundleNo, actId))) return [];
  const decided = new Map(runs.flatMap(({ acts }) => acts.map((one) => [one.act.subject, one] as const)));
  const answered = new Set(runs.flatMap((run) => [...run.answered]));
  const findings: Finding[] = [];
  for (const [subjectOfAct, { actId, act, eventId }] of decided) {
    const row = rows.find((one) => one.actId === subjectOfAct);
    // What a running bundle is writing is not there yet.
    if (row ? canonical(row.act) === canonical(act) : !answered.has(actId)) continue;
    findings.push({ ...differs(subject, act, row?.act), at: `event ${eventId}` });
  }
  // Handed in another time, it has another history; its signatures tell of all of them.
  const isSigned = (act: Act) =>
    signatures.some((one) => canonical(one.act) === canonical(act) && isActSigned(actKeys, one));
  for (const { actId, act, at, struckOut } of rows) {
    const found = struckOutDigest(struckOut);
    if (act.struckOut !== undefined && act.struckOut !== found)
      findings.push({ kind: 'strikesDiffer', subject, at: actId, proved: act.struckOut, found });
    if (at >= bundlesSignedSince && !decided.has(actId) && !isSigned(act))
      findings.push({ ...differs(subject, undefined, act), at: actId });
  }
  return findings;
}

const differs = (subject: string, proved: Act | undefined, found: Act | undefined): Finding => ({
  kind: 'bundleActDiffers',
  subject,
  proved: told(proved),
  found: told(found),
});

const told = (act: Act | undefined): string => (act ? `${act.stage} ${act.verdict} ${act.by.id}` : shown(act));
