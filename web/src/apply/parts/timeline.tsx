import { yuanText } from '../../../../domain/rules/fen.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from './moment.js';
import { useTexts } from '../texts/use-texts.js';

/** All that happened in a case in plain words, the newest first. */
export function Timeline({ caseNo }: { readonly caseNo: string }) {
  const { t, tell } = useTexts();
  const timeline = useAsked('getTimeline', { params: { caseNo } });
  return (
    <Loaded query={timeline}>
      {({ entries }) => (
        <ol className="timeline">
          {entries.toReversed().map(({ strand, seq, at, text, who, words, amountFen }) => (
            <li key={`${strand}-${seq}`}>
              <Moment at={at} />
              <span>{tell(text)}</span>
              {who.length > 0 && (
                <small>{who.map(({ name, office }) => [office, name].filter(Boolean).join(' ')).join(' · ')}</small>
              )}
              {words !== null && <p className="words">{words}</p>}
              {amountFen !== null && <small>{t('case.yuan', { amount: yuanText(amountFen) })}</small>}
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
