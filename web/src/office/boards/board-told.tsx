import { Refusal } from '../../common/calls/refusal.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useTexts } from '../texts/use-texts.js';
import { type KeptBoardAct, reopened, stateOf } from './board-act.js';
import { boards } from './store.js';

interface Shown {
  readonly act: KeptBoardAct;
  /** Whether it is still to be done: otherwise somebody was first. */
  readonly isAwaited: boolean;
}

/** Signed on the phone: whether it has left, and what came of it. */
export function BoardTold({ act, isAwaited }: Shown) {
  const { t } = useTexts();
  const state = stateOf(act);
  return (
    <section aria-label={t(`jointNotices.${act.act}`)}>
      {act.refused ? (
        <ProblemBox error={new Refusal(act.refused)} />
      ) : (
        <output className="good" aria-live="polite">
          <h2>{t(`visits.state.${state}`)}</h2>
          {state === 'waiting' && <p>{t('boards.waiting')}</p>}
        </output>
      )}
      {state !== 'recorded' && (
        <p className="ways">
          {isAwaited && (
            <button type="button" className="second" onClick={() => void boards.change(act.id, reopened)}>
              {t('visits.change')}
            </button>
          )}
          {act.refused && (
            <button type="button" className="second" onClick={() => void boards.forget(act.id)}>
              {t('visits.forget')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
