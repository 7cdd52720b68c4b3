import { useState } from 'react';
import { isPassing } from '../../common/calls/refusal.js';
import { uploadPaper } from '../../common/calls/upload.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useTexts } from '../texts/use-texts.js';
import { AddPhoto } from './add-photo.js';

interface Asked {
  readonly applicationId: string;
  readonly kind: string;
  readonly onChanged: (ids: readonly string[]) => void;
}

const AGAIN_MS = 3_000;

/** Photographs of a running case: each is sent at once, and goes on by itself after the line was cut. */
export function SentPapers({ applicationId, kind, onChanged }: Asked) {
  const { t } = useTexts();
  const [sent, setSent] = useState<readonly string[]>([]);
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const add = async (file: Blob, name: string) => {
    const key = crypto.randomUUID();
    setError(undefined);
    for (let through = false; !through;) {
      try {
        const { id } = await uploadPaper({ applicationId, kind, file, name, key, onProgress: setShare });
        through = true;
        setSent((before) => {
          onChanged([...before, id]);
          return [...before, id];
        });
      } catch (failure) {
        if (!isPassing(failure)) return setError(failure);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      } finally {
        setShare(undefined);
      }
    }
  };
  return (
    <>
      {error !== undefined && <ProblemBox error={error} />}
      <output>
        {sent.length > 0 && t('paper.count', { count: sent.length })}
        {share !== undefined && <progress aria-label={t('paper.progress')} value={share} />}
      </output>
      <AddPhoto id="add-photo" onAdded={(file, name) => void add(file, name)} />
    </>
  );
}
