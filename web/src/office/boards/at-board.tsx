import { useEffect } from 'react';
import type { JointNoticeDetail } from '../../../../domain/schemas/joint-notice.js';
import { useSession } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';
import { type BoardActId, newBoardAct, stateOf } from './board-act.js';
import { BoardForm } from './board-form.js';
import { BoardTold } from './board-told.js';
import { boards, useBoardActs } from './store.js';

const ACTS: Readonly<Record<string, BoardActId>> = { toPost: 'postJointNotice', toTakeDown: 'takeDownJointNotice' };

/** What is to be done on the board now, with a network or without, and what became of what was done. */
export function AtBoard({ notice: { no, bundleNo, step } }: { readonly notice: JointNoticeDetail }) {
  const { t } = useTexts();
  const owner = useSession().data?.identity.id ?? '';
  const kept = useBoardActs().filter((act) => act.no === no);
  const awaited = ACTS[step.code];
  const over = kept.filter((act) => act.sent && act.act !== awaited).map(({ id }) => id);
  useForgetting(over.join());
  const now =
    awaited && (kept.find(({ act }) => act === awaited) ?? newBoardAct({ owner, act: awaited, no, bundleNo }));
  return (
    <>
      {kept
        .filter((act) => stateOf(act) !== 'open' && !over.includes(act.id))
        .map((act) => (
          <BoardTold key={act.id} act={act} isAwaited={act.act === awaited} />
        ))}
      {now && stateOf(now) === 'open' && <BoardForm key={now.id} act={now} />}
      {step.code === 'running' && <p className="none">{t('jointNotices.wait')}</p>}
    </>
  );
}

/** What is on record and shows on the page is kept no longer. */
function useForgetting(ids: string): void {
  useEffect(() => {
    for (const id of ids.split(',').filter(Boolean)) void boards.forget(id);
  }, [ids]);
}
