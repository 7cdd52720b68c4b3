import { call } from '../../common/calls/call.js';
import type { Answered, Asked } from '../../common/calls/types.js';
import { uploadPaper } from '../../common/calls/upload.js';
import { refusalOf } from '../../common/kept/refusal.js';
import { visits } from './store.js';
import { isWaiting, type Visit } from './visit.js';

/**
 * Sends a visit: each photograph, then the signed decision. What has arrived is struck off before the next leaves;
 * what the server refuses is kept and told. @throws what did not come through
 */
async function sendVisit(id: string): Promise<void> {
  const refused = await refusalOf(async () => {
    for (const photo of visits.all().get(id)?.photos ?? []) await sendPhoto(id, photo);
    const visit = visits.all().get(id);
    if (visit?.signed) await decide(visit, visit.signed);
  });
  if (refused) await visits.change(id, (visit) => ({ ...visit, refused }));
}

async function sendPhoto(id: string, { key, kind, name, file, taken }: Visit['photos'][number]): Promise<void> {
  const { applicationId } = visits.all().get(id)?.task ?? {};
  if (applicationId === undefined) return;
  const paper = await uploadPaper({ applicationId, kind, name, file, taken, key });
  await visits.change(id, (visit) => ({
    ...visit,
    photos: visit.photos.filter((photo) => photo.key !== key),
    arrived: [...visit.arrived, { id: paper.id, kind }],
  }));
}

async function decide({ id, arrived }: Visit, { key, body }: NonNullable<Visit['signed']>): Promise<void> {
  const decision = { ...body, ...(arrived.length > 0 && { paperIds: arrived.map((paper) => paper.id) }) };
  const asked = { params: { id }, body: decision } as unknown as Asked<'decideTask'>;
  const outcome = outcomeOf(await call('decideTask', asked, key));
  await visits.change(id, (visit) => ({ ...visit, outcome }));
}

function outcomeOf(answer: Answered<'decideTask'>): NonNullable<Visit['outcome']> {
  if ('awaitsSecondSignature' in answer) return 'awaitsSecond';
  return answer.recorded ? 'recorded' : 'received';
}

/** What is sent of the visits that were taken along. */
export const VISITS_SENT = { name: 'zhibao-office-send', store: visits, isWaiting, send: sendVisit };
