import type { BundleDetail } from '../../../../domain/schemas/bundle.js';
import { Facts } from '../parts/facts.js';
import { useTexts } from '../texts/use-texts.js';

/** What became of the rows, where the cases are, how the others ended. */
export function Progress({ bundle: { rows, stages, outcomes } }: { readonly bundle: BundleDetail }) {
  const { t, tell } = useTexts();
  if (rows.length === 0) return <p className="none">{t('bundles.noRows')}</p>;
  const counts = [
    ...rows.map((row) => [tell(row.state), row.rows] as const),
    ...stages.map(({ stage, cases }) => [t('bundles.atStage', { stage: tell(stage) }), cases] as const),
    ...outcomes.map(({ outcome, cases }) => [t('bundles.endedAs', { outcome: tell(outcome) }), cases] as const),
  ];
  return <Facts facts={Object.fromEntries(counts)} />;
}
