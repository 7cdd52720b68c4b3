import {
  BoardAct,
  type JointNotice,
  type JointNoticeQuery,
  type JointStep,
} from '../../domain/schemas/joint-notice.js';
import { boundAs } from '../../domain/rules/substitution.js';
import { JOINT_STEP_NAMES } from '../../domain/texts/bundles.js';
import { areaName } from '../../prisma/areas.js';
import { Prisma, type Tx } from '../../prisma/client.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';

/** What is to be done with which notices now. */
function at(step: JointStep): Prisma.PublicationWhereInput {
  const posted = { posting: { not: Prisma.DbNull }, takingDown: { equals: Prisma.DbNull } };
  switch (step) {
    case 'toPost':
      return { posting: { equals: Prisma.DbNull } };
    case 'running':
      return { ...posted, OR: [{ closesAt: null }, { closesAt: { gt: new Date() } }] };
    case 'toTakeDown':
      return { ...posted, closesAt: { lte: new Date() } };
    case 'takenDown':
      return { takingDown: { not: Prisma.DbNull } };
  }
}

/** The notices of several cases in an official's area, the newest first. */
export async function jointNoticePage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, step }: JointNoticeQuery,
): Promise<Page<JointNotice>> {
  const rows = await tx.publication.findMany({
    where: {
      AND: [step === undefined ? {} : at(step)],
      ...{ bundleNo: { not: null }, withdrawnAt: null, countyCode: who.areaCode.slice(0, 6) },
      areaCode: { startsWith: who.areaCode },
      ...behind(positionOf(cursor), 'publishedAt', 'no'),
    },
    orderBy: [{ publishedAt: 'desc' }, { no: 'desc' }],
    take: limit + 1,
  });
  const views = new Map<string, JointNotice>();
  for (const row of rows) views.set(row.no, await jointNotice(tx, row));
  return pageOf(
    rows,
    limit,
    ({ publishedAt, no }) => ({ at: publishedAt, id: no }),
    ({ no }) => views.get(no)!,
  );
}

export async function jointNotice(tx: Tx, row: Publication): Promise<JointNotice> {
  const { no: publicationNo, areaCode } = row;
  const [posting, takingDown] = [row.posting, row.takingDown].map((said) => (said ? BoardAct.parse(said) : null));
  const person = await officialsBy(
    tx,
    [posting, takingDown].flatMap((said) => (said ? boundAs(said.by) : [])),
  );
  const count = (where: Prisma.PublicationEntryWhereInput) =>
    tx.publicationEntry.count({ where: { publicationNo, ...where } });
  return {
    ...{ no: publicationNo, bundleNo: row.bundleNo!, area: { code: areaCode, name: await areaName(tx, areaCode) } },
    step: coded(JOINT_STEP_NAMES, stepOf(row)),
    publishedAt: row.publishedAt.toISOString(),
    postedAt: row.postedAt?.toISOString() ?? null,
    postedBy: posting ? person(posting.by.id, posting.by.inAbsenceOf) : null,
    closesAt: row.closesAt?.toISOString() ?? null,
    takenDownBy: takingDown ? person(takingDown.by.id, takingDown.by.inAbsenceOf) : null,
    households: await count({}),
    carried: {
      posted: await count({ postedAt: { not: null } }),
      takenDown: await count({ takenDownAt: { not: null } }),
      refused: await count({ refusalCode: { not: null } }),
    },
  };
}

function stepOf({ posting, takingDown, closesAt }: Publication): JointStep {
  if (takingDown !== null) return 'takenDown';
  if (posting === null) return 'toPost';
  return closesAt !== null && closesAt <= new Date() ? 'toTakeDown' : 'running';
}
