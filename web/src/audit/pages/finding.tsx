import { Link, useParams } from '@tanstack/react-router';
import { type AuditFindingView, AuditFindingWords } from '../../../../domain/schemas/audit-finding.js';
import { useAsked } from '../../common/calls/query.js';
import { Facts } from '../../common/parts/facts.js';
import { FindingEntries } from '../../common/parts/finding-entries.js';
import { Loaded } from '../../common/parts/loaded.js';
import { WordsAct } from '../../common/parts/words-act.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** One finding: what was said, and what an auditor does about it. */
export function FindingPage() {
  const { id } = useParams({ from: '/findings/$id' });
  return <Loaded query={useAsked('getFinding', { params: { id } })}>{(view) => <Finding view={view} />}</Loaded>;
}

function Finding({
  view: { id, caseNo, office, state, dueOn, overdue, entries },
}: {
  readonly view: AuditFindingView;
}) {
  const { t, tell } = useTexts();
  useTitle(`${t('rooms.findings')} ${caseNo}`);
  return (
    <>
      <h1>{t('rooms.findings')}</h1>
      <Facts
        facts={{
          [t('search.caseNo')]: (
            <Link to="/cases/$caseNo" params={{ caseNo }}>
              {caseNo}
            </Link>
          ),
          [t('findings.office')]: office.name,
          [t('findings.state')]: tell(state),
          [t('findings.due')]: overdue ? `${dueOn} ${t('findings.overdue')}` : dueOn,
        }}
      />
      <FindingEntries entries={entries} erased={t('findings.erased')} />
      {state.code === 'answered' && (
        <WordsAct
          act="returnFinding"
          params={{ id }}
          schema={AuditFindingWords}
          label={t('findings.answer')}
          submit={t('findings.return')}
        />
      )}
      {state.code !== 'closed' && (
        <WordsAct
          act="closeFinding"
          params={{ id }}
          schema={AuditFindingWords}
          label={t('findings.answer')}
          submit={t('findings.close')}
        />
      )}
    </>
  );
}
