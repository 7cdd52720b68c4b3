import { type BundleStage, BUNDLE_STAGES } from '../../domain/rules/bundle-states.js';
import { Prisma, type Tx } from '../client.js';
import type { FoundMatter } from './matter.js';

/** 捆绑申报、逐级申报: endorsed level by level, checked once. */
export async function waitingBundles(tx: Tx, areaCode: string): Promise<FoundMatter[]> {
  const bundles = await tx.bundle.findMany({
    where: { state: { in: [...BUNDLE_STAGES] }, awaitedSince: { not: null }, areaCode: { startsWith: areaCode } },
    include: { _count: { select: { rows: true } } },
  });
  return bundles.map(({ no, state, programmeCode, policyDigest, awaitedSince, _count, ...bundle }) => ({
    ...{ kind: 'bundle', no, stage: state as BundleStage, openedAt: awaitedSince!, notBefore: null },
    ...{ caseNo: null, areaCode: bundle.areaCode, programmeCode, policyDigest: policyDigest! },
    ...{ households: _count.rows, amountFen: null, firstId: null },
  }));
}

/** 集中公示: to be posted; posted, to be taken down after its term. */
export async function waitingNotices(tx: Tx, areaCode: string): Promise<FoundMatter[]> {
  const notices = await tx.publication.findMany({
    where: {
      ...{ bundleNo: { not: null }, withdrawnAt: null, areaCode: { startsWith: areaCode } },
      takingDown: { equals: Prisma.DbNull },
    },
    include: { bundle: true, _count: { select: { entries: true } } },
  });
  return notices.flatMap(({ no, posting, publishedAt, postedAt, closesAt, bundle, _count, ...notice }) => {
    const { programmeCode, policyDigest } = bundle!;
    const about = {
      ...{ kind: 'jointNotice' as const, no, caseNo: null, areaCode: notice.areaCode, programmeCode },
      ...{ policyDigest: policyDigest!, households: _count.entries, amountFen: null, firstId: null },
    };
    if (posting === null) return { ...about, stage: 'noticePosting', openedAt: publishedAt, notBefore: null };
    // Posted a moment ago: its end is being dated.
    if (closesAt === null) return [];
    return { ...about, stage: 'publicNotice', openedAt: postedAt!, notBefore: closesAt };
  });
}
