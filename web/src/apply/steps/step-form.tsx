import { type ReactNode, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { ReviewAnswer } from '../../../../domain/rules/review-answers.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { WordsField } from '../../common/form/field.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { SentPapers } from '../parts/sent-papers.js';
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
  readonly besides?: Pick<Said, 'answers'>;
  readonly children?: ReactNode;
}

/** A step said in words; what is written is judged by the schema that the API judges it with. */
export function StepForm({ view, step, schema, act, photo, besides, children }: Asked) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [paperIds, setPaperIds] = useState<readonly string[]>([]);
  const form = useForm<Said>({ defaultValues: { words: '' }, shouldFocusError: false });
  const message = form.formState.errors.words?.message;
  const send = async ({ words = '' }: Said) => {
    const said = {
      ...besides,
      ...(words.trim() !== '' && { words }),
      ...(photo !== undefined && { paperIds: [...paperIds] }),
    };
    const judged = schema.safeParse(said);
    if (!judged.success) return form.setError('words', { message: judged.error.issues[0]?.message ?? '' });
    await act.mutateAsync({ params: { id: view.applicationId }, body: judged.data as Said & { words: string } });
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  return (
    <form
      noValidate
      onSubmit={(event) =>
        void form
          .handleSubmit(send)(event)
          .catch(() => undefined)
      }
    >
      <ErrorSummary errors={message === undefined ? [] : [{ id: 'words', message }]} />
      {act.error && <ProblemBox error={act.error} />}
      {photo !== undefined && <SentPapers applicationId={view.applicationId} kind={photo} onChanged={setPaperIds} />}
      {children}
      <WordsField id="words" label={t('steps.words')} error={message} {...form.register('words')} />
      <div className="buttons">
        <button type="submit" className={step === 'withdrawal' ? 'danger' : ''} disabled={act.isPending}>
          {t(`steps.${step}.do`)}
        </button>
      </div>
    </form>
  );
}
