import { useEffect } from 'react';
import { missingKinds } from '../../../../domain/rules/required-photographs.js';
import type { Stage, Verdict } from '../../../../domain/rules/stages.js';
import { Decision } from '../../../../domain/schemas/decision.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { ActField } from '../form/act-field.js';
import { useActForm } from '../form/use-act-form.js';
import { useFieldSpecs } from '../decision/field-specs.js';
import { lackingIn } from '../decision/needed.js';
import { SettlementField } from '../decision/settlement-field.js';
import { useTexts } from '../texts/use-texts.js';
import { visits } from './store.js';
import { VisitPhotos } from './visit-photos.js';
import type { Visit } from './visit.js';

interface Shown {
  readonly visit: Visit;
  readonly verdict: Verdict;
}

/** What was found at the site, kept at every letter; signing it is the last act without a network. */
export function VisitForm({ visit, verdict }: Shown) {
  const { t } = useTexts();
  const { id, task, values, photos, arrived } = visit;
  const stage = task.stage.code as Stage;
  const fields = useFieldSpecs(task, verdict).filter(({ kind }) => kind !== 'papers');
  const taken = [...photos.map(({ key, kind }) => ({ id: key, kind })), ...arrived];
  const state = useActForm({
    schema: Decision,
    fields: fields.map((field) => ({ ...field, initial: values[field.name] ?? field.initial })),
    fixed: { stage, verdict, ...(taken.length > 0 && { paperIds: taken.map((paper) => paper.id) }) },
    lacking: (body) => lackingIn(stage, verdict, body),
  });
  const { form } = state;
  useEffect(() => {
    const watching = form.watch((now) => void visits.change(id, (kept) => ({ ...kept, values: { ...now } as never })));
    return () => watching.unsubscribe();
  }, [form, id]);
  const kinds = taken.map(({ kind }) => kind);
  const lacks = missingKinds(stage, verdict, kinds);
  const sign = form.handleSubmit(async (said) => {
    if (lacks.length > 0) return;
    const { paperIds: _later, ...body } = state.bodyOf(said) as { paperIds?: unknown };
    await visits.change(id, (kept) => ({ ...kept, signed: { key: crypto.randomUUID(), body } }));
  });
  return (
    <form noValidate onSubmit={(event) => void sign(event)}>
      <ErrorSummary errors={state.wrong} round={state.round} />
      {fields.map((field) =>
        field.kind === 'settlement' ? (
          <SettlementField key={field.name} {...{ state, field }} />
        ) : (
          <ActField key={field.name} {...{ state, field }} />
        ),
      )}
      <VisitPhotos visit={visit} lacks={lacks} />
      <p className="hint">{t(task.signatures === 2 ? 'visits.firstOfTwo' : 'visits.one')}</p>
      <button type="submit" disabled={lacks.length > 0}>
        {t('visits.sign')}
      </button>
    </form>
  );
}
