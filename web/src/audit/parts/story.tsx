import { yuanText } from '../../../../domain/rules/fen.js';
import type { StoryEntry, StoryPaper } from '../../../../domain/schemas/audit.js';
import { Deadline, Moment } from '../../common/parts/moment.js';
import { useTexts } from '../texts/use-texts.js';

/** What happened in a case, as its histories have it. */
export function Story({ entries }: { readonly entries: readonly StoryEntry[] }) {
  const { t } = useTexts();
  if (entries.length === 0) return <p className="none">{t('case.none')}</p>;
  return (
    <ol className="steps">
      {entries.map((entry) => (
        <Step key={`${entry.strand}/${entry.seq}`} entry={entry} />
      ))}
    </ol>
  );
}

function Step({
  entry: { strand, seq, at, text, who, words, papers, dueAt, kept, amountFen },
}: {
  readonly entry: StoryEntry;
}) {
  const { t, tell } = useTexts();
  return (
    <li>
      <small>
        <Moment at={at} /> · {t(`case.strands.${strand}`)} {seq}
      </small>
      <strong>{tell(text)}</strong>
      {who.map(({ name, office, role }) => (
        <span key={name}>{[...new Set([name, office, role && tell(role)])].filter(Boolean).join(' · ')}</span>
      ))}
      {amountFen !== null && <span className="money">{t('yuan', { amount: yuanText(amountFen) })}</span>}
      {dueAt && (
        <span>
          {t('case.due')} <Deadline at={dueAt} />{' '}
          {kept !== null && <span className={kept ? 'tag' : 'tag wait'}>{t(kept ? 'case.kept' : 'case.missed')}</span>}
        </span>
      )}
      {words && <blockquote>{words}</blockquote>}
      {papers.length > 0 && <OnPapers papers={papers} />}
    </li>
  );
}

/** By name where one with this content is kept, and always with the digest that the history has of it. */
function OnPapers({ papers }: { readonly papers: readonly StoryPaper[] }) {
  const { t, tell } = useTexts();
  return (
    <ul aria-label={t('case.papers')}>
      {papers.map(({ sha256, name, address }) => (
        <li key={sha256}>
          {address && name && (
            <a href={address} target="_blank" rel="noreferrer">
              {tell(name)}
            </a>
          )}{' '}
          <small className="digest">{sha256}</small>
        </li>
      ))}
    </ul>
  );
}
