import { useState } from 'react';
import { type Programme, SoundProgramme } from '../../../../domain/schemas/programme.js';
import { standardText } from '../../../../domain/texts/standard.js';
import { WordsField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';
import { BroughtInBox } from './brought-in.js';
import { faultsIn } from './faults.js';
import { useBringIn } from './use-bring-in.js';

/** A programme as data: what is wrong is told as one types. */
export function DataEditor({ programme }: { readonly programme: Programme }) {
  const { t, tell, tellMessage } = useTexts();
  const [text, setText] = useState(() => JSON.stringify(programme, null, 2));
  const sent = useBringIn(programme.code);
  const faults = faultsIn(text);
  const sound = faults.length === 0 ? SoundProgramme.parse(JSON.parse(text)) : undefined;
  return (
    <>
      <p className="hint">{t('programmes.expertHint')}</p>
      <BroughtInBox sent={sent} />
      <WordsField
        label={t('programmes.data')}
        className="data"
        rows={24}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div aria-live="polite">
        {sound && <p>{t('programmes.pays', { standard: tell(standardText(sound)) })}</p>}
        {faults.length > 0 && (
          <div className="problem">
            <h2>{t('programmes.faults')}</h2>
            <ul>
              {faults.map(({ at, message }) => (
                <li key={`${at} ${message}`}>
                  <code>{at}</code> {message.includes('\n') ? tellMessage(message) : t('programmes.amiss')}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <button type="button" disabled={!sound || sent.isPending} onClick={() => sound && sent.bringIn(sound)}>
        {t('programmes.bringInData')}
      </button>
    </>
  );
}
