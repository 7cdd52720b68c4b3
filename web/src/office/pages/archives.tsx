import { useState } from 'react';
import {
  ARCHIVE_STATES,
  ARCHIVE_TERMS,
  type ArchiveState,
  type ArchiveTerm,
} from '../../../../domain/rules/archives.js';
import { ARCHIVE_STATE_NAMES, ARCHIVE_TERM_NAMES } from '../../../../domain/texts/archives.js';
import { Day } from '../../common/parts/moment.js';
import { archiveNumber } from '../parts/archive-number.js';
import { ListPage } from '../parts/list-page.js';
import { Narrow } from '../parts/narrow.js';
import { useTexts } from '../texts/use-texts.js';

/** 案卷目录: closed cases as archive files. */
export function ArchivesPage() {
  const { t, tell } = useTexts();
  const [state, setState] = useState<ArchiveState>();
  const [term, setTerm] = useState<ArchiveTerm>();
  const [over, setOver] = useState<'true' | 'false'>();
  const [held, setHeld] = useState<'true' | 'false'>();
  return (
    <ListPage
      room="archives"
      id="listArchives"
      asked={{ query: { state, term, over, held } }}
      keyOf={({ caseNo }) => caseNo}
      empty={t('archives.none')}
      columns={[
        { name: t('archives.number'), show: archiveNumber },
        { name: t('archives.title'), show: ({ title }) => title },
        { name: t('archives.term'), show: (file) => tell(file.term) },
        { name: t('archives.closed'), show: ({ closedOn }) => <Day on={closedOn} /> },
        {
          name: t('archives.until'),
          show: ({ keptUntil }) => (keptUntil ? <Day on={keptUntil} /> : t('archives.forGood')),
        },
        { name: t('archives.pieces'), show: ({ pieces }) => pieces, number: true },
        { name: t('money.state'), show: (file) => tell(file.state) },
        { name: t('archives.appraisal'), show: ({ appraisal }) => appraisal && tell(appraisal) },
        { name: t('archives.hold'), show: ({ held }) => held && t('archives.held') },
      ]}
    >
      <div className="fields">
        <Narrow
          label={t('money.state')}
          value={state}
          onChange={setState}
          options={ARCHIVE_STATES.map((each) => [each, tell(ARCHIVE_STATE_NAMES[each])])}
        />
        <Narrow
          label={t('archives.term')}
          value={term}
          onChange={setTerm}
          options={ARCHIVE_TERMS.map((each) => [each, tell(ARCHIVE_TERM_NAMES[each])])}
        />
        <Narrow
          label={t('archives.until')}
          value={over}
          onChange={setOver}
          options={[
            ['true', t('archives.isOver')],
            ['false', t('archives.runs')],
          ]}
        />
        <Narrow
          label={t('archives.hold')}
          value={held}
          onChange={setHeld}
          options={[
            ['true', t('archives.held')],
            ['false', t('archives.free')],
          ]}
        />
      </div>
    </ListPage>
  );
}
