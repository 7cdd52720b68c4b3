import { Link } from '@tanstack/react-router';
import type { FigureName } from '../../../../domain/rules/allotment-figures.js';
import type { Figure, Figures } from '../../../../domain/schemas/ledger.js';
import type { Column } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';
import { entriesOf } from './ledger-search.js';

/** A sum of the ledger that leads to the entries it is the sum of; nothing where the reader is not shown it. */
export function FigureLink({ figure }: { readonly figure: Figure | null }) {
  if (figure === null) return null;
  return (
    <Link to="/ledger" search={entriesOf(figure.entries)}>
      <Yuan fen={figure.fen} />
    </Link>
  );
}

const NAMES = ['allocated', 'reserved', 'committed', 'spent', 'available'] as const satisfies readonly FigureName[];

/** The columns of a table of allotted money. */
export function useFigureColumns<Row extends { readonly figures: Figures }>(): Column<Row>[] {
  const { t } = useTexts();
  return NAMES.map((name) => ({
    name: t(`funds.${name}`),
    show: ({ figures }) => <FigureLink figure={figures[name]} />,
    number: true,
  }));
}
