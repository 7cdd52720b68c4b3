import { useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { ARCHIVE_LIST_KINDS, type ArchiveFileView, NewArchiveList } from '../../../../domain/schemas/archives.js';
import { ARCHIVE_LIST_NAMES } from '../../../../domain/texts/archives.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly files: readonly ArchiveFileView[];
  /** None of them is chosen any more. */
  readonly onDone: () => void;
}

/** 编制清册: of the files that are chosen, whichever page of the catalogue they stand on. */
export function ProposeList({ files, onDone }: Shown) {
  const { t, tell, list } = useTexts();
  const [made, setMade] = useState<string>();
  const box = useRef<HTMLElement>(null);
  const chosen = files.length > 0;
  return (
    <section className="bulk" aria-label={t('archiveLists.propose')} tabIndex={-1} ref={box}>
      <p>
        {t(chosen ? 'archiveLists.chosen' : 'archiveLists.chooseHint', { number: files.length })}
        {list(files.map(({ archiveNo }) => archiveNo))}
      </p>
      {made !== undefined && (
        <output className="good" aria-live="polite">
          {t('archiveLists.made')}{' '}
          <Link to="/archive-lists/$no" params={{ no: made }}>
            {made}
          </Link>
        </output>
      )}
      {chosen && (
        <>
          <button type="button" className="second" onClick={onDone}>
            {t('archiveLists.chooseNone')}
          </button>
          <ActForm
            act="proposeArchiveList"
            schema={NewArchiveList}
            fixed={{ caseNos: files.map(({ caseNo }) => caseNo) }}
            fields={[
              {
                ...{ name: 'kind', kind: 'select', label: t('archiveLists.kind'), hint: t('archiveLists.kindHint') },
                options: ARCHIVE_LIST_KINDS.map((each) => [each, tell(ARCHIVE_LIST_NAMES[each])] as const),
              },
              { name: 'words', kind: 'words', label: t('archives.words'), hint: t('archives.wordsHint') },
            ]}
            submit={t('archiveLists.propose')}
            done={() => undefined}
            onDone={(answer) => {
              setMade(answer.list.no);
              onDone();
              // The button that was pressed is gone.
              box.current?.focus();
            }}
          />
        </>
      )}
    </section>
  );
}
