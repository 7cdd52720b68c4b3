import type { Stage, Verdict } from '../../../../domain/rules/stages.js';
import { Decision } from '../../../../domain/schemas/decision.js';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { ActField } from '../form/act-field.js';
import { useActForm } from '../form/use-act-form.js';
import { useTexts } from '../texts/use-texts.js';
import type { Act } from './act.js';
import { AnswersField } from './answers-field.js';
import { useFieldSpecs } from './field-specs.js';
import { lackingIn, rentLacking, unanswered } from './needed.js';
import { SettlementField } from './settlement-field.js';
import { PapersField } from './papers-field.js';

interface Shown {
  readonly task: TaskDetail;
  readonly verdict: Verdict;
  readonly decide: Act<'decideTask'>;
}

/** What goes on record with a verdict, judged by the schema and the rules that the case itself goes by. */
export function DecisionForm({ task, verdict, decide }: Shown) {
  const { t } = useTexts();
  const stage = task.stage.code as Stage;
  const fields = useFieldSpecs(task, verdict);
  const state = useActForm({
    ...{ schema: Decision, fields, fixed: { stage, verdict } },
    lacking: (body) => [
      ...lackingIn(stage, verdict, body),
      ...rentLacking(task.rent, [stage, verdict], body),
      ...unanswered(task.looksAt, body),
    ],
  });
  const send = state.form.handleSubmit((values) =>
    decide.mutate({ params: { id: task.id }, body: state.bodyOf(values) as Decision }),
  );
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary errors={state.wrong} round={state.round} />
      {decide.error && <ProblemBox error={decide.error} />}
      {fields.map((field) =>
        field.kind === 'papers' ? (
          <PapersField key={field.name} {...{ task, verdict, state, field }} />
        ) : field.kind === 'answers' ? (
          <AnswersField key={field.name} {...{ task, state, field }} />
        ) : field.kind === 'settlement' ? (
          <SettlementField key={field.name} {...{ state, field }} />
        ) : (
          <ActField key={field.name} state={state} field={field} />
        ),
      )}
      <button type="submit" disabled={decide.isPending}>
        {t('decide.send')}
      </button>
    </form>
  );
}
