import { anew } from '../draft/draft.js';
import { drafts } from '../draft/store.js';
import type { Work } from '../draft/use-work.js';
import { useTexts } from '../texts/use-texts.js';
import { AddPhoto } from './add-photo.js';
import { sizeOf, WaitingPapers } from './waiting-papers.js';

interface Shown {
  readonly work: Work;
  readonly kind: string;
  readonly error: string | undefined;
}

/** The papers of one kind, sent and waiting, and how to add one. */
export function DraftPapers({ work: { draft, application }, kind, error }: Shown) {
  const { t } = useTexts();
  const sent = (application?.papers ?? []).filter((paper) => paper.kind === kind && !draft.removals.includes(paper.id));
  const waiting = draft.papers.filter((paper) => paper.kind === kind);
  const takeOut = (id: string) =>
    void drafts.change(draft.id, (now) => ({ ...anew(now), removals: [...now.removals, id] }));
  const drop = (key: string) =>
    void drafts.change(draft.id, (now) => ({ ...now, papers: now.papers.filter((paper) => paper.key !== key) }));
  const add = (file: Blob, name: string) =>
    void drafts.change(draft.id, (now) => ({
      ...anew(now),
      papers: [...now.papers, { key: crypto.randomUUID(), kind, name, file }],
    }));
  return (
    <>
      <ul className="papers">
        {sent.map(({ id, bytes }, index) => (
          <li key={id}>
            <a href={`/api/papers/${id}`} target="_blank" rel="noreferrer">
              {t('paper.sent', { number: index + 1, size: sizeOf(bytes) })}
            </a>
            <button type="button" className="second" onClick={() => takeOut(id)}>
              {t('paper.remove')}
            </button>
          </li>
        ))}
        <WaitingPapers papers={waiting} onDropped={drop} />
      </ul>
      <AddPhoto id={`add-${kind}`} error={error} onAdded={add} />
    </>
  );
}
