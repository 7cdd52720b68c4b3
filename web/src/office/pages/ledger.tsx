import { useSearch } from '@tanstack/react-router';
import type { LedgerAccountKind } from '../../../../domain/schemas/ledger.js';
import { ACCOUNT_NAMES } from '../../../../domain/texts/ledger.js';
import { Moment } from '../../common/parts/moment.js';
import { Entries } from '../money/entries.js';
import { Facts } from '../parts/facts.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** The entries that a figure is the sum of, with which figure that is. */
export function LedgerPage() {
  const { t, tell, list } = useTexts();
  const search = useSearch({ from: '/ledger' });
  const kinds = (search.account ?? '').split(',').filter((kind): kind is LedgerAccountKind => kind in ACCOUNT_NAMES);
  useTitle(t('funds.entries'));
  return (
    <>
      <h1>{t('funds.entries')}</h1>
      <p className="hint">{t('ledger.lead')}</p>
      <Facts
        facts={{
          [t('ledger.accounts')]: list(kinds.map((kind) => tell(ACCOUNT_NAMES[kind]))),
          [t('funds.year')]: search.fiscalYear,
          [t('ledger.until')]: search.until !== undefined && <Until at={search.until} />,
        }}
      />
      <Entries search={search} />
    </>
  );
}

function Until({ at }: { readonly at: string }) {
  return Number.isNaN(Date.parse(at)) ? at : <Moment at={at} />;
}
