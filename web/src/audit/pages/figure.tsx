import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type Figure, FIGURES } from '../../../../domain/schemas/audit-statistics.js';
import { FIGURE_NAMES, FIGURE_UNITS } from '../../../../domain/texts/audit.js';
import { usePages } from '../../common/calls/pages.js';
import { Listing } from '../../common/parts/listing.js';
import { Paged } from '../../common/parts/paged.js';
import { useCaseColumns } from '../parts/case-columns.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';
import { NotFound } from '../../common/parts/not-found.js';

/** The cases behind a number. */
export function FigurePage() {
  const { figure } = useParams({ from: '/statistics/$figure' });
  const known = FIGURES.find((one) => one === figure);
  return known ? <Cases figure={known} /> : <NotFound />;
}

function Cases({ figure }: { readonly figure: Figure }) {
  const { t, tell } = useTexts();
  const { key = '', name = key, ...scope } = useSearch({ from: '/statistics/$figure' });
  const pages = usePages('listFigureCases', { params: { figure }, query: { ...scope, key } });
  const [caseNo, ...columns] = useCaseColumns();
  const title = tell(FIGURE_NAMES[figure]);
  useTitle(title);
  const value = `${t('statistics.value')}（${tell(FIGURE_UNITS[figure])}）`;
  return (
    <>
      <h1>{t('statistics.behind', { figure: title, key: name })}</h1>
      <p>
        <Link to="/statistics" search={scope}>
          {t('statistics.back')}
        </Link>
      </p>
      <Paged pages={pages} empty={t('statistics.none')}>
        {(rows) => (
          <Listing
            caption={title}
            rows={rows}
            keyOf={(row) => row.caseNo}
            columns={[
              caseNo!,
              {
                name: value,
                show: (row: (typeof rows)[number]) => Math.round(row.value * 10) / 10,
                number: true,
              },
              ...columns,
            ]}
          />
        )}
      </Paged>
    </>
  );
}
