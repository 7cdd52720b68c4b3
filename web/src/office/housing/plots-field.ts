import { PLOT_KINDS } from '../../../../domain/texts/resettlement.js';
import { emptyRow, type FieldSpec } from '../form/fields.js';
import { useTexts } from '../texts/use-texts.js';

/** Plots and flats of a site. */
export function usePlotsField(optional: boolean): FieldSpec {
  const { t, tell } = useTexts();
  const rows: FieldSpec = {
    ...{ name: 'plots', kind: 'rows', label: t('sites.plots'), optional },
    fields: [
      { name: 'no', kind: 'text', label: t('sites.plotNo') },
      {
        ...{ name: 'kind', kind: 'select', label: t('sites.kind') },
        options: Object.entries(PLOT_KINDS).map(([code, name]) => [code, tell(name)] as const),
      },
      { name: 'squareMetres', kind: 'number', label: t('sites.squareMetres') },
    ],
  };
  return { ...rows, initial: optional ? [] : [emptyRow(rows)] };
}
