import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/use-texts.js';
import type { InboxSearch } from './search.js';

interface Shown {
  readonly search: InboxSearch;
  readonly counts: { readonly mine: number; readonly group: number; readonly overdue: number } | undefined;
}

/** Whose tasks, and how many there are. */
export function InboxTabs({ search, counts }: Shown) {
  const { t } = useTexts();
  const { which: now = 'all', ...filters } = search;
  return (
    <nav className="tabs" aria-label={t('inbox.which')}>
      {(['all', 'mine', 'group', 'overdue'] as const).map((which) => (
        <Link
          key={which}
          to="/"
          search={{ ...filters, which }}
          className={which === now ? 'now' : ''}
          {...(which === now && { 'aria-current': 'true' as const })}
        >
          {t(`inbox.${which}`)}
          {which !== 'all' && counts && <span className="count">{counts[which]}</span>}
        </Link>
      ))}
    </nav>
  );
}
