import type { MouseEvent, ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fileAt } from '../calls/file.js';
import { ProblemBox } from './problem-box.js';

interface Offered {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** How long a browser may take to begin with what it was given. */
const BEGIN_MS = 60_000;

/** A file to keep. Where it is refused, that is told here, and not kept in place of the file. */
export function Download({ href, className, children }: Offered) {
  const { t } = useTranslation('common');
  const file = useMutation({ mutationFn: fileAt, onSuccess: keep });
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    if (!file.isPending) file.mutate(href);
  };
  return (
    <>
      <a href={href} className={className} download onClick={ask}>
        {children}
      </a>
      {file.isPending && <output> {t('downloading')}</output>}
      {file.error && <ProblemBox error={file.error} />}
    </>
  );
}

function keep({ name, content }: Awaited<ReturnType<typeof fileAt>>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), BEGIN_MS);
}
