import { useNavigate, useSearch } from '@tanstack/react-router';
import { OUTCOME_KINDS, OUTCOME_NAMES } from '../../../../domain/texts/endings.js';
import { usePages } from '../../common/calls/pages.js';
import type { Asked } from '../../common/calls/types.js';
import { Listing } from '../../common/parts/listing.js';
import { Paged } from '../../common/parts/paged.js';
import { Asking, useScopeFields } from '../parts/asking.js';
import { useCaseColumns } from '../parts/case-columns.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** Cases of all years, the newest first. */
export function SearchPage() {
  const { t, tell } = useTexts();
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const pages = usePages('searchCases', { query: search } as unknown as Asked<'searchCases'>);
  const columns = useCaseColumns();
  const scope = useScopeFields();
  const title = t('rooms.search');
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <Asking
        now={search}
        submit={t('scope.apply')}
        onAsk={(said) => void navigate({ search: said })}
        fields={[
          { name: 'text', label: t('search.text') },
          ...scope,
          {
            ...{ name: 'running', label: t('search.running') },
            options: [
              ['true', t('search.open')],
              ['false', t('search.closed')],
            ],
          },
          {
            ...{ name: 'outcome', label: t('search.outcome') },
            options: OUTCOME_KINDS.map((kind) => [kind, tell(OUTCOME_NAMES[kind])] as const),
          },
          { name: 'official', label: t('search.official') },
        ]}
      />
      <Paged pages={pages} empty={t('search.none')}>
        {(rows) => <Listing caption={title} columns={columns} rows={rows} keyOf={({ caseNo }) => caseNo} />}
      </Paged>
    </>
  );
}
