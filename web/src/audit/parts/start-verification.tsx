import { useNavigate } from '@tanstack/react-router';
import { NewVerification } from '../../../../domain/schemas/verification.js';
import { useAct } from '../../common/calls/act.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { SelectField, TextField, WordsField } from '../../common/form/field.js';
import { useSchemaForm } from '../../common/form/use-schema-form.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useAreaOptions } from './asking.js';
import { useTexts } from '../texts/use-texts.js';

/** Which cases, whether all is replayed anew, and the heads that the auditor kept. */
export function StartVerification() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const areas = useAreaOptions();
  const act = useAct('startVerification');
  const form = useSchemaForm(NewVerification, { kept: '', full: false });
  const opened = ({ id }: { readonly id: string }) => void navigate({ to: '/verify/$id', params: { id } });
  const optional = (name: 'year' | 'area') => ({
    ...form.field(name),
    ...form.register(name, { setValueAs: (said: string | undefined) => (said === '' ? undefined : said) }),
  });
  return (
    <form
      className="act"
      noValidate
      onSubmit={(event) => void form.handleSubmit((body) => act.mutate({ body }, { onSuccess: opened }))(event)}
    >
      <ErrorSummary errors={form.wrong} round={form.round} />
      {act.error && <ProblemBox error={act.error} />}
      <TextField label={t('scope.year')} hint={t('scope.yearHint')} {...optional('year')} />
      <SelectField label={t('scope.area')} options={[['', t('scope.any')], ...areas]} {...optional('area')} />
      <WordsField label={t('verify.kept')} hint={t('verify.keptHint')} {...form.field('kept')} />
      <label className="choice">
        <input type="checkbox" {...form.register('full')} /> {t('verify.full')}
      </label>
      <button type="submit" disabled={act.isPending}>
        {t('verify.start')}
      </button>
    </form>
  );
}
