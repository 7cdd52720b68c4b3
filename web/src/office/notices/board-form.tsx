import { useId, useState } from 'react';
import { OnBoard } from '../../../../domain/schemas/joint-notice.js';
import { shanghaiDate } from '../../../../domain/rules/working-days.js';
import { useAct } from '../../common/calls/act.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { ActField } from '../form/act-field.js';
import type { FieldSpec } from '../form/fields.js';
import { useActForm } from '../form/use-act-form.js';
import { useTexts } from '../texts/use-texts.js';
import type { Photograph } from './photographs.js';
import { TakePhotographs } from './take-photographs.js';

interface Shown {
  readonly act: 'postJointNotice' | 'takeDownJointNotice';
  readonly no: string;
  readonly bundleNo: string;
}

/** Posting a notice on the village board, or taking it down: photographs, the day, who was there. */
export function BoardForm({ act: id, no, bundleNo }: Shown) {
  const { t } = useTexts();
  const act = useAct(id);
  const prefix = useId();
  const [today] = useState(() => shanghaiDate(Date.now()));
  const [photographs, setPhotographs] = useState<readonly Photograph[]>([]);
  const fields: FieldSpec[] = [
    { name: 'onDay', kind: 'date', label: t('fields.onDay.label'), hint: t('fields.onDay.hint'), initial: today },
    { name: 'witness', kind: 'text', label: t('fields.witness.label'), hint: t('fields.witness.hint') },
    { name: 'words', kind: 'words', label: t('fields.words.label'), optional: true },
  ];
  const taken = { paperIds: photographs.map((each) => each.id) };
  const state = useActForm({ schema: OnBoard, fields, fixed: taken });
  const send = state.form.handleSubmit((values) =>
    act.mutate({ params: { no }, body: state.bodyOf(values) as OnBoard }),
  );
  const titleId = `${prefix}title`;
  return (
    <form className="act" noValidate aria-labelledby={titleId} onSubmit={(event) => void send(event)}>
      <h2 id={titleId}>{t(`jointNotices.${id}`)}</h2>
      <p className="hint">{t('jointNotices.once')}</p>
      <ErrorSummary errors={state.wrong.map(({ id: at, message }) => ({ id: prefix + at, message }))} />
      {act.error && <ProblemBox error={act.error} />}
      <TakePhotographs
        {...{ bundleNo, photographs }}
        id={`${prefix}paperIds`}
        onTaken={(paper) => {
          setPhotographs((before) => [...before, paper]);
          state.form.clearErrors();
        }}
      />
      {fields.map((field) => (
        <ActField key={field.name} {...{ state, field, prefix }} />
      ))}
      <button type="submit" disabled={act.isPending}>
        {t(`jointNotices.${id}`)}
      </button>
    </form>
  );
}
