import { useEffect, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import type { Stage } from '../../../../domain/rules/stages.js';
import { STAGE_NAMES } from '../../../../domain/texts/stages.js';
import type { Answered } from '../../common/calls/types.js';
import { useTexts } from '../texts/use-texts.js';

/** What came of a decision, and where to go on. */
export function Done({ answer }: { readonly answer: Answered<'decideTask'> }) {
  const { t, tell } = useTexts();
  const box = useRef<HTMLOutputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <output className="good" aria-live="polite" tabIndex={-1} ref={box}>
      <h2>{t('done.title')}</h2>
      <p>{said()}</p>
      <p>
        <Link to="/">{t('done.inbox')}</Link>
      </p>
    </output>
  );

  function said(): string {
    if ('awaitsSecondSignature' in answer) return t('done.awaits');
    if (!answer.recorded) return t('done.beingRecorded');
    return t('done.moved', { stage: tell(STAGE_NAMES[answer.stage satisfies Stage]) });
  }
}
