import { uploadPaper } from '../../common/calls/upload.js';
import { refusalOf } from '../../common/kept/refusal.js';
import type { WaitingPaper } from '../draft/draft.js';
import { progress } from '../draft/progress.js';
import { type StepWork, withoutPhoto } from './step-work.js';
import { stepWorks } from './store.js';

/**
 * Sends the photographs of a step, one by one; what has arrived, and what is refused, waits no longer.
 * @throws what did not come through
 */
async function sendPhotos(id: string): Promise<void> {
  for (const photo of stepWorks.all().get(id)?.photos ?? []) {
    const problem = await refusalOf(() => sendPhoto(id, photo));
    const refused = problem && { kind: photo.kind, problem };
    if (refused) await stepWorks.change(id, (work) => ({ ...withoutPhoto(work, photo.key), refused }));
  }
}

async function sendPhoto(id: string, { key, kind, name, file }: WaitingPaper): Promise<void> {
  const { applicationId = '' } = stepWorks.all().get(id) ?? {};
  const onProgress = (share: number) => progress.tell(key, share);
  try {
    const paper = await uploadPaper({ applicationId, kind, name, file, key, onProgress });
    await stepWorks.change(id, (work) => ({
      ...withoutPhoto(work, key),
      arrived: [...work.arrived, { id: paper.id, kind }],
    }));
  } finally {
    progress.done(key);
  }
}

/** What is sent of the steps that were begun on this phone. */
export const STEP_PHOTOS_SENT = {
  ...{ name: 'zhibao-apply-steps-send', store: stepWorks, send: sendPhotos, isUnread: true },
  isWaiting: ({ photos }: StepWork) => photos.length > 0,
};
