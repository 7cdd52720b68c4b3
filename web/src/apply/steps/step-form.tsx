import { type ReactNode, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { ReviewAnswer } from '../../../../domain/rules/review-answers.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { WordsField } from '../../common/form/field.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { addId, SentPapers } from '../parts/sent-papers.js';
import { useStepWork } from '../step-work/use-step-work.js';
import type { Step } from '../steps.js';
import { useTexts } from '../texts/use-texts.js';

interface Said {
  readonly words?: string | undefined;
  readonly answers?: ReviewAnswer[] | undefined;
  readonly paperIds?: string[] | undefined;
}

interface Act<Id extends string> {
  readonly mutateAsync: (asked: { params: { id: Id }; body: Said & { words: string } }) => Promise<unknown>;
  readonly error: Error | null;
  readonly isPending: boolean;
}

interface Asked {
  readonly view: CaseView;
  readonly step: Step;
  readonly schema: z.ZodType<Said, Said>;
  readonly act: Act<string>;
  /** The kind of photographs that belong to it. */
  readonly photo?: string;
  /** What is said besides, by the fields that are shown before the words. */
  readonly answers?: ReviewAnswer[];
  readonly children?: ReactNode;
}

interface Wrong {
  readonly id: string;
  /** The schema's; without it, a photograph is still on its way. */
  readonly message?: string;
}

/**
 * A step said in words; what is written is judged by the schema that the API judges it with. It is kept on the phone
 * until the step is taken.
 */
export function StepForm({ view, step, schema, act, photo, answers, children }: Asked) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const kept = useStepWork(view, step);
  const { work, change, forget } = kept;
  const [found, setFound] = useState<Wrong>();
  const wrong = found && { message: t('paper.stillWaiting'), ...found };
  const wrongAt = (id: string) => (wrong?.id === id ? wrong.message : undefined);
  const send = async () => {
    if (photo !== undefined && work.photos.length > 0) return setFound({ id: addId(photo) });
    const said = {
      ...(answers && answers.length > 0 && { answers }),
      ...(work.words.trim() !== '' && { words: work.words }),
      ...(photo !== undefined && { paperIds: work.arrived.map(({ id }) => id) }),
    };
    const judged = schema.safeParse(said);
    if (!judged.success) return setFound({ id: 'words', message: judged.error.issues[0]?.message ?? '' });
    setFound(undefined);
    await act.mutateAsync({ params: { id: view.applicationId }, body: judged.data as Said & { words: string } });
    await forget();
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(() => undefined);
      }}
    >
      <ErrorSummary errors={wrong ? [wrong] : []} />
      {act.error && <ProblemBox error={act.error} />}
      {photo !== undefined && <SentPapers kept={kept} kind={photo} error={wrongAt(addId(photo))} />}
      {children}
      <WordsField
        id="words"
        label={t('steps.words')}
        error={wrongAt('words')}
        value={work.words}
        onChange={({ target }) => change((now) => ({ ...now, words: target.value }))}
      />
      <div className="buttons">
        <button type="submit" className={step === 'withdrawal' ? 'danger' : ''} disabled={act.isPending}>
          {t(`steps.${step}.do`)}
        </button>
      </div>
    </form>
  );
}
