import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import { useUpload } from '../../common/calls/act.js';
import type { Answered, Asked, UploadId } from '../../common/calls/types.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown<Id extends UploadId> {
  readonly act: Id;
  readonly asked: Asked<Id>;
  readonly label: string;
  readonly hint: string;
  /** Endings of the files that can be read. */
  readonly accept: string;
  readonly submit: string;
  readonly done: (answer: Answered<Id>) => ReactNode;
}

/** An act of the table whose body is a file: a register, a table of households, programmes. */
export function UploadForm<Id extends UploadId>({ act: id, asked, label, hint, accept, submit, done }: Shown<Id>) {
  const { t } = useTexts();
  const input = useId();
  const act = useUpload(id);
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(file === undefined);
    if (file) act.mutate({ asked, file, name: file.name });
  };
  return (
    <form className="act" noValidate onSubmit={send}>
      {act.error && <ProblemBox error={act.error} />}
      {act.data !== undefined && (
        <output className="good" aria-live="polite">
          {done(act.data)}
        </output>
      )}
      <div className={missing ? 'field wrong' : 'field'}>
        <label htmlFor={input}>{label}</label>
        <p className="hint" id={`${input}-hint`}>
          {hint}
        </p>
        {missing && <p className="error">{t('form.noFile')}</p>}
        <input
          id={input}
          type="file"
          accept={accept}
          aria-describedby={`${input}-hint`}
          aria-invalid={missing}
          onChange={({ target }) => setFile(target.files?.[0])}
        />
      </div>
      <button type="submit" disabled={act.isPending}>
        {act.isPending ? t('papers.sending') : submit}
      </button>
    </form>
  );
}
