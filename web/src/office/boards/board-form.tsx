import { useEffect, useId, useState } from 'react';
import { OnBoard } from '../../../../domain/schemas/joint-notice.js';
import { shanghaiDate } from '../../../../domain/rules/working-days.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { ActField } from '../form/act-field.js';
import type { FieldSpec } from '../form/fields.js';
import { useActForm } from '../form/use-act-form.js';
import { useTexts } from '../texts/use-texts.js';
import type { KeptBoardAct } from './board-act.js';
import { BoardPhotos } from './board-photos.js';
import { changeBoardAct } from './store.js';

/** Posting a notice on the village board, or taking it down: photographs, the day, who was there; kept at every letter. */
export function BoardForm({ act }: { readonly act: KeptBoardAct }) {
  const { t } = useTexts();
  const prefix = useId();
  const { form, wrong, round, state } = useBoardForm(act);
  const sign = form.handleSubmit(async (values) => {
    const { paperIds: _later, ...body } = state.bodyOf(values) as OnBoard;
    await changeBoardAct(act, (now) => ({ ...now, signed: { key: crypto.randomUUID(), body } }));
  });
  const titleId = `${prefix}title`;
  return (
    <form className="act" noValidate aria-labelledby={titleId} onSubmit={(event) => void sign(event)}>
      <h2 id={titleId}>{t(`jointNotices.${act.act}`)}</h2>
      <p className="hint">{t('jointNotices.once')}</p>
      <ErrorSummary errors={wrong.map((fault) => ({ ...fault, id: prefix + fault.id }))} round={round} />
      <BoardPhotos act={act} id={`${prefix}paperIds`} onTaken={() => form.clearErrors()} />
      {state.fields.map((field) => (
        <ActField key={field.name} {...{ state, field, prefix }} />
      ))}
      <p className="hint">{t('boards.offline')}</p>
      <button type="submit">{t(`jointNotices.${act.act}`)}</button>
    </form>
  );
}

function useBoardForm(act: KeptBoardAct) {
  const { t } = useTexts();
  const [today] = useState(() => shanghaiDate(Date.now()));
  const asked: FieldSpec[] = [
    { name: 'onDay', kind: 'date', label: t('fields.onDay.label'), hint: t('fields.onDay.hint'), initial: today },
    { name: 'witness', kind: 'text', label: t('fields.witness.label'), hint: t('fields.witness.hint') },
    { name: 'words', kind: 'words', label: t('fields.words.label'), optional: true },
  ];
  const fields = asked.map((field) => ({ ...field, initial: act.values[field.name] ?? field.initial }));
  const paperIds = [...act.photos.map(({ key }) => key), ...act.arrived];
  const { form, wrong, round, bodyOf } = useActForm({ schema: OnBoard, fields, fixed: { paperIds } });
  useEffect(() => {
    const watching = form.watch((values) => {
      void changeBoardAct(act, (now) => ({ ...now, values: { ...values } as never }));
    });
    return () => watching.unsubscribe();
  }, [form, act]);
  return { form, wrong, round, state: { form, wrong, round, bodyOf, fields } };
}
