import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { useTexts } from '../texts/use-texts.js';

/** Where a household moves: the way, the site, the plot or flat, the land. */
export function SettlementFacts({ view: { settlement } }: { readonly view: CaseView }) {
  const { t, tell } = useTexts();
  if (!settlement) return null;
  const { signed, way, site, plotNo, landSquareMetres } = settlement;
  return (
    <section>
      <h2>{t(signed ? 'settlement.agreed' : 'settlement.offered')}</h2>
      <dl className="facts">
        <dt>{t('settlement.way')}</dt>
        <dd>{tell(way)}</dd>
        {site !== null && (
          <>
            <dt>{t('settlement.site')}</dt>
            <dd>{site}</dd>
          </>
        )}
        {plotNo !== null && (
          <>
            <dt>{t('settlement.plot')}</dt>
            <dd>{plotNo}</dd>
          </>
        )}
        <dt>{t('settlement.land')}</dt>
        <dd>{t('settlement.metres', { count: landSquareMetres })}</dd>
      </dl>
    </section>
  );
}
