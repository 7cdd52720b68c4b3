import { call } from '../../common/calls/call.js';
import type { Asked } from '../../common/calls/types.js';
import { sendForm } from '../../common/calls/upload.js';
import { refusalOf } from '../../common/kept/refusal.js';
import { isWaiting, type KeptBoardAct } from './board-act.js';
import { boards } from './store.js';

/**
 * Sends what was recorded at a board: each photograph, then what was signed. What has arrived is struck off before the
 * next leaves; what the server refuses is kept and told. @throws what did not come through
 */
async function sendBoardAct(id: string): Promise<void> {
  const refused = await refusalOf(async () => {
    for (const photo of boards.all().get(id)?.photos ?? []) await sendPhoto(id, photo);
    const act = boards.all().get(id);
    if (act?.signed) await record(act, act.signed);
  });
  if (refused) await boards.change(id, (act) => ({ ...act, refused }));
}

async function sendPhoto(id: string, { key, name, file: part }: KeptBoardAct['photos'][number]): Promise<void> {
  const asked = { params: { no: boards.all().get(id)?.bundleNo ?? '' }, body: { kind: 'postingPhoto' as const } };
  const paper = await sendForm('addBundlePaper', asked, { part, name, key });
  await boards.change(id, (act) => ({
    ...act,
    photos: act.photos.filter((photo) => photo.key !== key),
    arrived: [...act.arrived, paper.id],
  }));
}

async function record({ id, act, no, arrived }: KeptBoardAct, { key, body }: Signed): Promise<void> {
  const asked = { params: { no }, body: { ...body, paperIds: arrived } } as unknown as Asked<typeof act>;
  await call(act, asked, key);
  await boards.change(id, (now) => ({ ...now, sent: true }));
}

type Signed = NonNullable<KeptBoardAct['signed']>;

/** What is sent of what was recorded at village boards. */
export const BOARDS_SENT = { name: 'zhibao-office-boards-send', store: boards, isWaiting, send: sendBoardAct };
