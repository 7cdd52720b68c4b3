import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { noticeBodies } from '../record/notice-body.js';

/** One publication of all cases of a bundle that wait for it, in the order of their numbers; answers its number. */
export async function publishTogether(tx: Tx, keyring: Keyring, bundle: Bundle): Promise<string> {
  const { no: bundleNo, countyCode, areaCode, programmeDigest } = bundle;
  const no = `${bundleNo}-N${1 + (await tx.publication.count({ where: { bundleNo } }))}`;
  const programme = await programmeVersion(tx, programmeDigest!);
  const cases = await tx.case.findMany({
    where: { bundleNo, stage: 'noticeAwaited', publications: { none: {} } },
    orderBy: { caseNo: 'asc' },
  });
  await tx.publication.create({ data: { no, bundleNo, countyCode, areaCode } });
  const bodyOf = await noticeBodies(tx, keyring, cases, programme);
  await tx.publicationEntry.createMany({
    data: cases.map((row, index) => ({
      ...{ publicationNo: no, caseNo: row.caseNo, position: index + 1, body: bodyOf(row) },
    })),
  });
  return no;
}
