import { useState } from 'react';
import {
  ARCHIVE_STATES,
  ARCHIVE_TERMS,
  type ArchiveState,
  type ArchiveTerm,
} from '../../../../domain/rules/archives.js';
import type { ArchiveFileView } from '../../../../domain/schemas/archives.js';
import { ARCHIVE_STATE_NAMES, ARCHIVE_TERM_NAMES } from '../../../../domain/texts/archives.js';
import { Day } from '../../common/parts/moment.js';
import { ChooseFile, isFree } from '../archives/choose-file.js';
import { ProposeList } from '../archives/propose-list.js';
import { archiveNumber } from '../parts/archive-number.js';
import { ListPage } from '../parts/list-page.js';
import { Narrow } from '../parts/narrow.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** 案卷目录: closed cases as archive files; an archivist puts those that he ticks on a list. */
export function ArchivesPage() {
  const { t, tell } = useTexts();
  const [state, setState] = useState<ArchiveState>();
  const [term, setTerm] = useState<ArchiveTerm>();
  const [over, setOver] = useState<'true' | 'false'>();
  const [held, setHeld] = useState<'true' | 'false'>();
  const may = useMay('archivist');
  const [chosen, setChosen] = useState<readonly ArchiveFileView[]>([]);
  const choose = (file: ArchiveFileView, on: boolean) =>
    setChosen((now) => [...now.filter(({ caseNo }) => caseNo !== file.caseNo), ...(on ? [file] : [])]);
  const ticks = {
    name: t('archiveLists.choose'),
    show: (file: ArchiveFileView) =>
      isFree(file) && (
        <ChooseFile
          file={file}
          chosen={chosen.some(({ caseNo }) => caseNo === file.caseNo)}
          onChoose={(on) => choose(file, on)}
        />
      ),
  };
  return (
    <ListPage
      room="archives"
      id="listArchives"
      asked={{ query: { state, term, over, held } }}
      keyOf={({ caseNo }) => caseNo}
      empty={t('archives.none')}
      columns={[
        ...(may ? [ticks] : []),
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
      {may && <ProposeList files={chosen} onDone={() => setChosen([])} />}
    </ListPage>
  );
}
