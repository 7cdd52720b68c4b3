import { type AuditFindingView, AuditFindingWords } from '../../../../domain/schemas/audit-finding.js';
import { FindingEntries } from '../../common/parts/finding-entries.js';
import { WordsAct } from '../../common/parts/words-act.js';
import { ListPage } from '../parts/list-page.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** What auditors found and the office is to answer. */
export function FindingsPage() {
  const { t, tell } = useTexts();
  const isAuditor = useMay('auditor');
  return (
    <ListPage
      room="findings"
      id="listFindings"
      keyOf={({ id }) => id}
      empty={t('auditFindings.none')}
      columns={[
        { name: t('auditFindings.caseNo'), show: ({ caseNo }) => caseNo },
        { name: t('auditFindings.state'), show: ({ state }) => tell(state) },
        {
          name: t('auditFindings.due'),
          show: ({ dueOn, overdue }) => (
            <>
              {dueOn} {overdue && <span className="tag wait">{t('task.overdue')}</span>}
            </>
          ),
        },
        { name: t('auditFindings.said'), show: (view) => <Said view={view} mayAnswer={!isAuditor} /> },
      ]}
    />
  );
}

function Said({
  view: { id, state, entries },
  mayAnswer,
}: {
  readonly view: AuditFindingView;
  readonly mayAnswer: boolean;
}) {
  const { t } = useTexts();
  return (
    <>
      <FindingEntries entries={entries} erased={t('auditFindings.erased')} />
      {mayAnswer && state.code === 'open' && (
        <details>
          <summary>{t('auditFindings.answer')}</summary>
          <WordsAct
            act="answerFinding"
            params={{ id }}
            schema={AuditFindingWords}
            label={t('auditFindings.words')}
            submit={t('auditFindings.answer')}
          />
        </details>
      )}
    </>
  );
}
