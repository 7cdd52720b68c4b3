import type { Act } from '../../domain/schemas/act.js';
import type { BoardAct } from '../../domain/schemas/joint-notice.js';
import { canonical } from '../canonical.js';
import type { CaseEvidence, Ground, JointNoticeRow, OnBoardRow } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import type { RunTold } from '../read-run.js';
import { isSignedForMany, onBoard } from '../signed-for-many.js';

type Checked = Pick<CaseEvidence, 'caseNo' | 'jointNotices' | 'steps'>;

/** (5) 集中公示: what was carried into a case as done on the village board is what somebody signed for all of them. */
export function checkNotices(
  evidence: Checked,
  runs: readonly RunTold[],
  { actKeys, noticesSignedSince = Infinity }: Ground,
): Finding[] {
  const { caseNo: subject, jointNotices } = evidence;
  if (!jointNotices) return [];
  const rows = new Map(jointNotices.flatMap((notice) => notice.acts.map((row) => [row.actId, { notice, row }])));
  const carried = runs
    .flatMap(({ acts }) => acts)
    .filter(({ at }) => at >= noticesSignedSince)
    .flatMap(({ actId, act, eventId }): Finding[] => {
      const kept = rows.get(actId);
      if (!kept || (kept.notice.cases.includes(subject) && isOf(act, kept.row) && isSigned(actKeys, kept))) return [];
      const { notice, row } = kept;
      const proved = `${act.verdict} ${act.by.id}`;
      const found = row.act ? `${row.kind} ${row.act.by.id}` : shown(null);
      return [{ kind: 'noticeDiffers', subject, at: `${notice.no} event ${eventId}`, proved, found }];
    });
  return [...carried, ...gone(evidence, jointNotices)];
}

interface Kept {
  readonly notice: JointNoticeRow;
  readonly row: OnBoardRow;
}

const isSigned = (actKeys: readonly string[], { notice, row: { kind, act } }: Kept): boolean =>
  act?.signed !== undefined && isSignedForMany(actKeys, onBoard(notice, kind, act), act.signed);

function isOf(carried: Act, { act, wordsSha256 }: OnBoardRow): boolean {
  const said = ({ by, papers = [] }: Act | BoardAct) => canonical({ by, papers });
  return (
    act !== null && said(carried) === said(act) && (wordsSha256 ?? carried.words?.sha256) === carried.words?.sha256
  );
}

/** A notice in which a case was published with others stands in the records. */
function gone({ caseNo: subject, steps }: Checked, jointNotices: readonly JointNoticeRow[]): Finding[] {
  const there = new Set(jointNotices.map(({ no }) => no));
  return steps.flatMap(({ strand, seq, kind, body }): Finding[] => {
    const { publicationNo: proved = '' } = body as { publicationNo?: string };
    if (kind !== 'published' || proved.startsWith(subject) || there.has(proved)) return [];
    return [{ kind: 'noticeDiffers', subject, at: `${strand}/${seq}`, proved, found: shown(null) }];
  });
}
