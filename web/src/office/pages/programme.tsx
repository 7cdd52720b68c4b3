import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { type Programme, SoundProgramme } from '../../../../domain/schemas/programme.js';
import { standardText } from '../../../../domain/texts/standard.js';
import { useUpload } from '../../common/calls/act.js';
import { useAsked } from '../../common/calls/query.js';
import { WordsField } from '../../common/form/field.js';
import { useLanguage } from '../../common/language.js';
import { Loaded } from '../../common/parts/loaded.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useTitle } from '../parts/use-title.js';
import { faultsIn } from '../programmes/faults.js';
import { useTexts } from '../texts/use-texts.js';

/** A programme as data, its newest version to be changed: what is wrong is told as one types. */
export function ProgrammePage() {
  const { t } = useTexts();
  const { code } = useParams({ from: '/programmes/$code' });
  const exported = useAsked('exportProgrammes', { query: { format: 'json' } });
  return (
    <Loaded query={exported}>
      {(file) => {
        const { programmes } = file as unknown as { readonly programmes: readonly Programme[] };
        const programme = programmes.find((each) => each.code === code);
        if (!programme) return <p className="none">{t('programmes.unknown')}</p>;
        return <Editor key={code} programme={programme} />;
      }}
    </Loaded>
  );
}

function Editor({ programme }: { readonly programme: Programme }) {
  const { t, tell } = useTexts();
  const { tellMessage } = useLanguage();
  const [text, setText] = useState(() => JSON.stringify(programme, null, 2));
  const send = useUpload('importProgrammes');
  const faults = faultsIn(text);
  const sound = faults.length === 0 ? SoundProgramme.parse(JSON.parse(text)) : undefined;
  useTitle(tell(programme.name));
  const bringIn = () => {
    const file = new Blob([JSON.stringify({ programmes: [sound] })], { type: 'application/json' });
    send.mutate({ asked: { body: {} }, file, name: `${programme.code}.json` });
  };
  return (
    <>
      <h1>{tell(programme.name)}</h1>
      <p>{t('programmes.editHint')}</p>
      {send.error && <ProblemBox error={send.error} />}
      {send.data && (
        <output className="good">
          {t('programmes.imported', { drafts: send.data.drafts.length, unchanged: send.data.unchanged.length })}{' '}
          <Link to="/programmes">{t('rooms.programmes')}</Link>
        </output>
      )}
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
      <button type="button" disabled={!sound || send.isPending} onClick={bringIn}>
        {t('programmes.bringIn')}
      </button>
    </>
  );
}
