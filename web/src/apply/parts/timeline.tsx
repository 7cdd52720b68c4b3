import { yuanText } from '../../../../domain/rules/fen.js';
import { useAsked } from '../../common/calls/query.js';
import type { Answered } from '../../common/calls/types.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from './moment.js';
import { useTexts } from '../texts/use-texts.js';

type Entry = Answered<'getTimeline'>['entries'][number];

/** How the office keeps its books; what they lead to stands in entries of its own. */
const OF_THE_OFFICE: readonly string[] = ['entered', 'reserved', 'periodCommitted'];
const concerns = ({ kind }: Entry): boolean => !OF_THE_OFFICE.includes(kind);
/** Where the sentence does not say it already. */
const amountBeside = ({ amountFen, text }: Entry): string | null => {
  const amount = amountFen === null ? '' : yuanText(amountFen);
  return amountFen === null || text.zh.includes(amount) ? null : amount;
};

/** What happened in a case and concerns its household, in plain words, the newest first. */
export function Timeline({ caseNo }: { readonly caseNo: string }) {
  const timeline = useAsked('getTimeline', { params: { caseNo } });
  return (
    <Loaded query={timeline}>
      {({ entries }) => (
        <ol className="timeline">
          {entries
            .filter(concerns)
            .toReversed()
            .map((entry) => (
              <Told key={`${entry.strand}-${entry.seq}`} entry={entry} />
            ))}
        </ol>
      )}
    </Loaded>
  );
}

function Told({ entry }: { readonly entry: Entry }) {
  const { t, tell } = useTexts();
  const { at, text, who, words } = entry;
  const amount = amountBeside(entry);
  return (
    <li>
      <Moment at={at} />
      <span>{tell(text)}</span>
      {who.length > 0 && (
        <small>{who.map(({ name, office }) => [office, name].filter(Boolean).join(' ')).join(' · ')}</small>
      )}
      {words !== null && <p className="words">{words}</p>}
      {amount !== null && <small>{t('case.yuan', { amount })}</small>}
    </li>
  );
}
