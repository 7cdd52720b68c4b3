import { BoardAct, type JointNoticeDetail } from '../../domain/schemas/joint-notice.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import { openColumn } from '../../prisma/sealed.js';
import { bundlePaperView } from './bundle-detail.js';

/** What was recorded of a notice on the village board: day, witness, photographs; null where nothing is yet. */
export async function boardRecord(
  tx: Tx,
  keyring: Keyring,
  { bundleNo, countyCode }: Publication,
  act: Publication['posting'],
): Promise<JointNoticeDetail['posting']> {
  if (act === null) return null;
  const { papers, wordsSealed } = BoardAct.parse(act);
  const { key } = keyring.county(countyCode);
  const photographs = await tx.bundlePaper.findMany({
    where: { bundleNo: bundleNo!, sha256: { in: papers } },
    orderBy: { uploadedAt: 'asc' },
  });
  return {
    said: openColumn(key, 'noticeWords', Buffer.from(wordsSealed, 'base64')),
    photographs: photographs.map(bundlePaperView),
  };
}
