import type { ReactNode } from 'react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemBox } from './problem-box.js';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

interface Shown<Item, P extends Page<Item>> {
  readonly pages: UseInfiniteQueryResult<InfiniteData<P>>;
  /** What to do where there is nothing. */
  readonly empty: string;
  readonly children: (items: readonly P['items'][number][]) => ReactNode;
}

/** What was read of a list, and how to read on; it stays where reading it anew fails. */
export function Paged<Item, P extends Page<Item>>({ pages, empty, children }: Shown<Item, P>) {
  const { t } = useTranslation('common');
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  const problem = error && (
    <ProblemBox error={error}>
      <button type="button" onClick={() => void refetch()}>
        {t('again')}
      </button>
    </ProblemBox>
  );
  if (data === undefined) return problem ?? <output className="loading">{t('loading')}</output>;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="none">{empty}</p>;
  return (
    <>
      {problem}
      {children(items)}
      {hasNextPage && (
        <button type="button" className="second" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </>
  );
}
