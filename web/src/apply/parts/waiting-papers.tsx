import { useSyncExternalStore } from 'react';
import type { WaitingPaper } from '../draft/draft.js';
import { progress } from '../draft/progress.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly papers: readonly WaitingPaper[];
  readonly onDropped: (key: string) => void;
}

/** Papers that wait on the phone, how far each is sent, and how to drop one. */
export function WaitingPapers({ papers, onDropped }: Shown) {
  const { t } = useTexts();
  const shares = useSyncExternalStore(progress.whenChanged, progress.all);
  return papers.map(({ key, file }) => (
    <li key={key}>
      <span>
        {t('paper.waiting', { size: sizeOf(file.size) })}
        <progress aria-label={t('paper.progress')} value={shares.get(key) ?? 0} />
      </span>
      <button type="button" className="second" onClick={() => onDropped(key)}>
        {t('paper.remove')}
      </button>
    </li>
  ));
}

export const sizeOf = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
