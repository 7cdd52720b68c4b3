import type { BundleDetail } from '../../../../domain/schemas/bundle.js';
import { Moment } from '../../common/parts/moment.js';
import { Acted } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** What was decided about a bundle as a whole, the newest last. */
export function BundleDecisions({ bundle: { decisions } }: { readonly bundle: BundleDetail }) {
  const { t, tell } = useTexts();
  if (decisions.length === 0) return <p className="none">{t('bundles.noDecisions')}</p>;
  return (
    <ol className="steps">
      {decisions.map(({ stage, verdict, by, at, words }) => (
        <li key={at}>
          <small>
            <Moment at={at} /> <Acted who={by} />
          </small>
          <span>
            {tell(stage)} · {tell(verdict)}
          </span>
          {words !== null && <blockquote>{words}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
