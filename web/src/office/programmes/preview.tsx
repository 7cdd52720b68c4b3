import { useMutation } from '@tanstack/react-query';
import type { Measure } from '../../../../domain/schemas/programme.js';
import { PreviewBody } from '../../../../domain/schemas/programme-version.js';
import { call } from '../../common/calls/call.js';
import type { Answered, Asked } from '../../common/calls/types.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { ActField } from '../form/act-field.js';
import type { FieldSpec } from '../form/fields.js';
import { measuredIn } from '../form/measured.js';
import { refusedIn } from '../form/refused-in.js';
import { useActForm } from '../form/use-act-form.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';

type Worth = Answered<'previewProgramme'>['households'][number]['drafted'];

/** What given households would get for a quantity: now, and by the draft. */
export function Preview({ id, measure }: { readonly id: string; readonly measure: Measure }) {
  const { t, tell } = useTexts();
  const fields: FieldSpec[] = [
    { name: 'registerNos', kind: 'lines', label: t('programmes.households'), hint: t('programmes.householdsHint') },
    {
      ...{ ...measuredIn(measure, tell), name: 'quantity' },
      label: t('programmes.quantity', { unit: tell(measure.unit) }),
    },
  ];
  const state = useActForm({ schema: PreviewBody, fields });
  const ask = useMutation({
    mutationFn: (body: object) =>
      call('previewProgramme', { params: { id }, body: body as Asked<'previewProgramme'>['body'] }),
  });
  const refused = refusedIn(fields, ask.error);
  const judged = { ...state, wrong: [...state.wrong, ...refused] };
  const send = state.form.handleSubmit((values) => ask.mutate(state.bodyOf(values)));
  return (
    <>
      <h2>{t('programmes.preview')}</h2>
      <form className="act" noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary errors={state.wrong} round={state.round} />
        <ErrorSummary errors={refused} />
        {ask.error && refused.length === 0 && <ProblemBox error={ask.error} />}
        {fields.map((field) => (
          <ActField key={field.name} {...{ state: judged, field }} />
        ))}
        <button type="submit" disabled={ask.isPending}>
          {t('programmes.count')}
        </button>
      </form>
      {ask.data && (
        <Listing
          caption={t('programmes.preview')}
          rows={ask.data.households}
          keyOf={({ registerNo }) => registerNo}
          columns={[
            { name: t('household.registerNo'), show: ({ registerNo }) => registerNo },
            { name: t('programmes.now'), show: ({ now }) => now && <ShownWorth worth={now} /> },
            { name: t('programmes.drafted'), show: ({ drafted }) => <ShownWorth worth={drafted} /> },
          ]}
        />
      )}
    </>
  );
}

function ShownWorth({ worth: { amountFen, findings } }: { readonly worth: Worth }) {
  const { tell } = useTexts();
  return (
    <>
      <Yuan fen={amountFen} />
      {findings.map((finding) => (
        <span key={finding.code} className="line">
          {tell(finding)}
        </span>
      ))}
    </>
  );
}
