import { AuditFindingWords } from '../../../../domain/schemas/audit-finding.js';
import { useAct } from '../calls/act.js';
import { WordsField } from '../form/field.js';
import { useSchemaForm } from '../form/use-schema-form.js';
import { ProblemBox } from './problem-box.js';

interface Shown {
  readonly act: 'answerFinding' | 'returnFinding' | 'closeFinding';
  readonly id: string;
  readonly label: string;
  readonly submit: string;
}

/** What is done about a finding: with words, and nothing else. */
export function WordsAct({ act: name, id, label, submit }: Shown) {
  const act = useAct(name);
  const form = useSchemaForm(AuditFindingWords, { words: '' });
  const { id: field, ...words } = form.field('words');
  return (
    <form
      className="act"
      noValidate
      onSubmit={(event) => void form.handleSubmit((body) => act.mutate({ params: { id }, body }))(event)}
    >
      {act.error && <ProblemBox error={act.error} />}
      <WordsField label={label} id={`${name}-${field}`} {...words} />
      <button type="submit" disabled={act.isPending}>
        {submit}
      </button>
    </form>
  );
}
