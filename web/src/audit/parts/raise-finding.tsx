import { NewAuditFinding } from '../../../../domain/schemas/audit-finding.js';
import { useAct } from '../../common/calls/act.js';
import { useAsked } from '../../common/calls/query.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { SelectField, TextField, WordsField } from '../../common/form/field.js';
import { useSchemaForm } from '../../common/form/use-schema-form.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useTexts } from '../texts/use-texts.js';

/** 提出审计问题: what it is, which office is to answer it, by when. */
export function RaiseFinding({ caseNo }: { readonly caseNo: string }) {
  const { t } = useTexts();
  const act = useAct('raiseFinding');
  const offices = useAsked('listCaseOffices', { params: { caseNo } });
  const form = useSchemaForm(NewAuditFinding, { officeId: '', dueOn: '', words: '' });
  const options = (offices.data?.items ?? []).map(
    ({ id, name, acted }) => [id, acted ? t('findings.acted', { name }) : name] as const,
  );
  return (
    <details>
      <summary>{t('case.raise')}</summary>
      <form
        className="act"
        noValidate
        onSubmit={(event) =>
          void form.handleSubmit((body) => act.mutate({ params: { caseNo }, body }, { onSuccess: () => form.reset() }))(
            event,
          )
        }
      >
        <ErrorSummary errors={form.wrong} round={form.round} />
        {act.error && <ProblemBox error={act.error} />}
        {act.isSuccess && (
          <output className="good" aria-live="polite">
            {t('findings.saved')}
          </output>
        )}
        <WordsField label={t('findings.words')} {...form.field('words')} />
        <SelectField label={t('findings.offices')} options={[['', '—'], ...options]} {...form.field('officeId')} />
        <TextField label={t('findings.due')} {...form.field('dueOn')} type="date" />
        <button type="submit" disabled={act.isPending}>
          {t('findings.send')}
        </button>
      </form>
    </details>
  );
}
