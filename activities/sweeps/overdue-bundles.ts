import { BUNDLE_STAGES } from '../../domain/rules/bundle-states.js';
import { SIGNATURES } from '../../domain/rules/matters.js';
import type { Stage } from '../../domain/rules/stages.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { workingDaysAt } from '../../domain/schemas/county-policy.js';
import { MATTER_STAGE_NAMES } from '../../domain/texts/matters.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { Prisma, type Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { policyVersion } from '../../prisma/rules-in-force.js';
import { waitingMatters } from '../../prisma/matters/waiting.js';
import { tellCounty, tellOfficials } from '../../prisma/tell-officials.js';
import { termEndIn } from '../record/deadline.js';
import type { Sweep, Swept } from './sweep.js';

/** Decisions about bundles whose time is over: on record, and told to the supervisor. Nothing else changes. */
export const noteLateBundles: Sweep = async (swept) => {
  const { db } = swept;
  // Few wait at a time: each is dated anew, by the calendar as it is now.
  const bundles = await db.bundle.findMany({
    where: { state: { in: [...BUNDLE_STAGES] }, overdueAt: null, awaitedSince: { not: null } },
  });
  for (const bundle of bundles) {
    const { no, awaitedSince } = bundle;
    await told(swept, bundle, bundle.state as Stage, awaitedSince!, async (tx) => {
      const late = { where: { no, awaitedSince, overdueAt: null }, data: { overdueAt: new Date() } };
      return { key: `${no}/${awaitedSince!.getTime()}`, isFirst: (await tx.bundle.updateMany(late)).count > 0 };
    });
  }
  return 0;
};

/** 集中公示: what of a joint notice waits, since when, and where it is on record that it is late. */
const ON_BOARD = [
  { stage: 'noticePosting', said: 'posting', since: 'publishedAt', late: 'postingLateAt' },
  { stage: 'publicNotice', said: 'takingDown', since: 'closesAt', late: 'takingDownLateAt' },
] as const;

/** The same of joint notices that are not posted, or not taken down after their term. */
export const noteLatePostings: Sweep = async (swept) => {
  for (const { stage, said, since, late } of ON_BOARD) {
    const notices = await swept.db.publication.findMany({
      where: {
        ...{ bundleNo: { not: null }, withdrawnAt: null, [late]: null, [said]: { equals: Prisma.DbNull } },
        [since]: { lt: new Date() },
      },
      include: { bundle: true },
    });
    for (const { no, bundle, ...notice } of notices) {
      await told(swept, bundle!, stage, notice[since]!, async (tx) => {
        const first = { where: { no, [late]: null }, data: { [late]: new Date() } };
        return { key: `${no}/${stage}`, isFirst: (await tx.publication.updateMany(first)).count > 0 };
      });
    }
  }
  return 0;
};

/** 追缴、抵扣、贷款变更: second signatures that nobody has given in their time. Told once, however often it is found. */
export const noteLateSignatures: Sweep = async ({ db, keyring }) => {
  const waiting = await waitingMatters(db, '', SIGNATURES);
  for (const { id, no: caseNo, stage, dueAt } of waiting) {
    if (dueAt === null || dueAt > new Date()) continue;
    const text = `${MATTER_STAGE_NAMES[stage].zh}，应于${shanghaiDate(dueAt.getTime() - 1)}前办结。请督办。`;
    const toSupervisors = { role: 'countySupervisor', subject: '超期提醒' } as const;
    await db.$transaction((tx) => tellOfficials(tx, keyring, { ...toSupervisors, key: `overdue/${id}`, caseNo, text }));
  }
  return 0;
};

type Noted = (tx: Tx) => Promise<{ readonly key: string; readonly isFirst: boolean }>;

async function told({ db, keyring }: Swept, bundle: Bundle, stage: Stage, since: Date, note: Noted): Promise<void> {
  await db.$transaction(async (tx) => {
    const { no, countyCode, policyDigest } = bundle;
    const policy = await policyVersion(tx, policyDigest!);
    const workingDays = workingDaysAt(policy, stage, false);
    if (workingDays === undefined) return;
    const dueAt = await termEndIn(tx, countyCode, since.getTime(), { workingDays });
    if (dueAt > new Date()) return;
    const { key, isFirst } = await note(tx);
    if (!isFirst) return;
    const what = `${STAGE_NAMES[stage].zh}，应于${shanghaiDate(dueAt.getTime() - 1)}前办结`;
    await tellCounty(tx, keyring, {
      ...{ key: `overdue/${key}`, countyCode, role: 'countySupervisor', subject: `【直报】捆绑申报${no}超期提醒` },
      text: `捆绑申报${no}：${what}。请督办。`,
    });
  });
}
