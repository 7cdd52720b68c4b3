import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UseQueryResult } from '@tanstack/react-query';
import { ProblemBox } from './problem-box.js';

interface Shown<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** What a query told; while it is on its way, and where it failed, that. */
export function Loaded<Data>({ query, children }: Shown<Data>) {
  const { t } = useTranslation('common');
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <output className="loading">{t('loading')}</output>;
  return (
    <ProblemBox error={query.error}>
      <button type="button" onClick={() => void query.refetch()}>
        {t('again')}
      </button>
    </ProblemBox>
  );
}
