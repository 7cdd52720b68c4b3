import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { useAct } from '../../common/calls/act.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useSession } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';

/** Who has taken a task; taking it, giving it back. Of two who take it at once one is told that the other has it. */
export function Claiming({ task: { id, role, claimedBy, obstacle } }: { readonly task: TaskDetail }) {
  const { t } = useTexts();
  const { data: session } = useSession();
  const claim = useAct('claimTask');
  const release = useAct('releaseTask');
  const asked = { params: { id }, body: {} };
  const error = claim.error ?? release.error;
  const mine = claimedBy?.id === session?.identity.id;
  const act = mine ? release : claim;
  // Whoever stands in for an absent colleague has none of his roles, and nothing in his way.
  const awaited = obstacle === null || (session?.roles.some((held) => held === role.code) ?? false);
  return (
    <div className="claiming">
      {error && <ProblemBox error={error} />}
      {claimedBy && <span className="tag">{mine ? t('claim.mine') : t('claim.taken', { name: claimedBy.name })}</span>}
      {(mine || (!claimedBy && awaited)) && (
        // One button all along, and never disabled: whoever presses it by keyboard stays on it.
        <button type="button" className="second small" onClick={() => !act.isPending && act.mutate(asked)}>
          {t(mine ? 'claim.release' : 'claim.claim')}
        </button>
      )}
    </div>
  );
}
