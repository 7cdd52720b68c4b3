import { useParams } from '@tanstack/react-router';
import type { CaseStory } from '../../../../domain/schemas/audit.js';
import { addressOf } from '../../common/calls/call.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Download } from '../../common/parts/download.js';
import { ArchiveFile } from '../parts/archive-file.js';
import { Differences } from '../parts/differences.js';
import { Events } from '../parts/events.js';
import { FindingList } from '../parts/finding-list.js';
import { RaiseFinding } from '../parts/raise-finding.js';
import { Story } from '../parts/story.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** A case from its histories, beside them what the engine has, and what an auditor does about it. */
export function CasePage() {
  const { caseNo } = useParams({ from: '/cases/$caseNo' });
  const story = useAsked('getStory', { params: { caseNo } });
  return <Loaded query={story}>{(told) => <Case story={told} />}</Loaded>;
}

function Case({ story: { caseNo, entries, workflows, findings } }: { readonly story: CaseStory }) {
  const { t } = useTexts();
  useTitle(caseNo);
  return (
    <>
      <h1>{caseNo}</h1>
      <div>
        <Download className="button second" href={addressOf('exportEvidence', { params: { caseNo } })}>
          {t('case.pack')}
        </Download>
      </div>
      <h2>{t('case.differences')}</h2>
      {findings.length === 0 ? <p className="none">{t('case.nothing')}</p> : <Differences findings={findings} />}
      <div className="sides">
        <div>
          <h2>{t('case.story')}</h2>
          <p className="hint">{t('case.storyLead')}</p>
          <Story entries={entries} />
        </div>
        <div>
          <h2>{t('case.events')}</h2>
          <Events caseNo={caseNo} strands={workflows.flatMap(({ strand }) => strand ?? [])} />
        </div>
      </div>
      <h2>{t('case.findings')}</h2>
      <FindingList caseNo={caseNo} />
      <RaiseFinding caseNo={caseNo} />
      <h2>{t('archive.title')}</h2>
      <ArchiveFile caseNo={caseNo} />
    </>
  );
}
