import type { Person } from '../../../../domain/schemas/common.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { useTexts } from '../texts/use-texts.js';
import { Yuan } from './money.js';

/** All that happened in a case, the newest last. */
export function Way({ caseNo }: { readonly caseNo: string }) {
  const { tell } = useTexts();
  const timeline = useAsked('getTimeline', { params: { caseNo } });
  return (
    <Loaded query={timeline}>
      {({ entries }) => (
        <ol className="steps">
          {entries.map(({ strand, seq, kind, at, text, who, words, amountFen }) => (
            <li key={`${strand} ${seq} ${kind} ${at}`}>
              <small>
                <Moment at={at} /> <Acted who={who} />
              </small>
              <span>
                {tell(text)} <Yuan fen={amountFen} />
              </span>
              {words !== null && <blockquote>{words}</blockquote>}
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}

/** Who acted, by name and office, and in whose place. */
export function Acted({ who }: { readonly who: readonly Person[] }) {
  const { t } = useTexts();
  return (
    <>
      {namesOf(who)}{' '}
      {who.map(
        ({ inAbsenceOf: name }) =>
          name !== undefined && (
            <span key={name} className="tag">
              {t('substitutes.inAbsence', { name })}
            </span>
          ),
      )}
    </>
  );
}

export const namesOf = (who: readonly Person[]): string =>
  who.map(({ name, office }) => (office === null ? name : `${name}（${office}）`)).join('、');
