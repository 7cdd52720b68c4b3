import { ProblemBox } from '../../common/parts/problem-box.js';
import { Refusal } from '../../common/calls/refusal.js';
import { useOnline } from '../../common/kept/online.js';
import { withoutPhoto, withPhoto } from '../step-work/step-work.js';
import type { KeptStep } from '../step-work/use-step-work.js';
import { useTexts } from '../texts/use-texts.js';
import { AddPhoto } from './add-photo.js';
import { WaitingPapers } from './waiting-papers.js';

interface Shown {
  readonly kept: KeptStep;
  readonly kind: string;
  readonly error?: string | undefined;
}

/** Photographs of a step of a running case: each is kept on the phone until it has arrived. */
export function SentPapers({ kept: { work, change }, kind, error }: Shown) {
  const { t } = useTexts();
  const online = useOnline();
  const waiting = work.photos.filter((photo) => photo.kind === kind);
  const count = work.arrived.filter((paper) => paper.kind === kind).length;
  const add = (file: Blob, name: string) =>
    change((now) => withPhoto(now, { key: crypto.randomUUID(), kind, name, file }));
  return (
    <>
      {work.refused?.kind === kind && <ProblemBox error={new Refusal(work.refused.problem)} />}
      <output>{count > 0 && t('paper.count', { count })}</output>
      <ul className="papers">
        <WaitingPapers papers={waiting} onDropped={(key) => change((now) => withoutPhoto(now, key))} />
      </ul>
      {waiting.length > 0 && !online && <output className="none">{t('paper.kept')}</output>}
      <AddPhoto id={addId(kind)} error={error} onAdded={add} />
    </>
  );
}

/** Where a photograph of the kind is added. */
export const addId = (kind: string): string => `add-${kind}`;
