import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarDayBody, CalendarParams } from '../../../../domain/schemas/office.js';
import { call } from '../../common/calls/call.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { ActField } from '../form/act-field.js';
import type { FieldSpec } from '../form/fields.js';
import { useActForm } from '../form/use-act-form.js';
import { useTexts } from '../texts/use-texts.js';

/** A day as the form has it: the date is part of the address, the rest of the body. */
const Day = CalendarDayBody.extend(CalendarParams.shape);

/**
 * Sets a day of the county's own calendar, then tells the open cases page by page until all have been told: they date
 * their deadlines anew.
 */
export function SaveDay() {
  const { t } = useTexts();
  const client = useQueryClient();
  const [told, setTold] = useState(0);
  const fields: FieldSpec[] = [
    { name: 'date', kind: 'date', label: t('calendar.date') },
    {
      ...{ name: 'kind', kind: 'select', label: t('calendar.kind') },
      options: (['holiday', 'workday', 'plain'] as const).map((kind) => [kind, t(`calendar.${kind}`)] as const),
    },
    { name: 'name', kind: 'text', label: t('calendar.name'), hint: t('calendar.nameHint') },
  ];
  const state = useActForm({ schema: Day, fields, fixed: { scope: 'county' } });
  const save = useMutation({
    mutationFn: async (day: unknown) => {
      const { date, ...body } = Day.parse(day);
      setTold(0);
      for (let after: string | undefined, more = true; more;) {
        const saved = await call('saveCalendarDay', { params: { date }, query: { after }, body });
        setTold((before) => before + saved.told);
        [after, more] = [saved.next ?? undefined, saved.next !== null];
      }
      await client.invalidateQueries();
    },
    onSuccess: () => state.form.reset(),
  });
  const send = state.form.handleSubmit((values) => save.mutate(state.bodyOf(values)));
  return (
    <details className="filters">
      <summary>{t('calendar.save')}</summary>
      <form className="act" noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary errors={state.wrong} round={state.round} />
        {save.error && <ProblemBox error={save.error} />}
        {save.isPending && <output>{t('calendar.telling', { number: told })}</output>}
        {save.isSuccess && <output className="good">{t('calendar.saved', { number: told })}</output>}
        {fields.map((field) => (
          <ActField key={field.name} {...{ state, field }} />
        ))}
        <button type="submit" disabled={save.isPending}>
          {t('calendar.save')}
        </button>
      </form>
    </details>
  );
}
