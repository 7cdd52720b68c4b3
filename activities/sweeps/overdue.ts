import { shanghaiDate } from '../../domain/rules/working-days.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel, TaskModel } from '../../prisma/generated/models.js';
import { enqueue } from '../../prisma/outbox.js';
import { policyVersion } from '../../prisma/rules-in-force.js';
import { reminderFor } from '../record/tasks.js';
import type { Sweep, Swept } from './sweep.js';

/**
 * Tasks of officials whose time is over: on record, and told to the supervisor. Nothing else changes. A household's
 * tasks lapse by themselves, but for the account that committed money waits for.
 */
export const noteOverdue: Sweep = async ({ db, keyring }, limit) => {
  const tasks = await db.task.findMany({
    where: {
      ...{ closedAt: null, overdueAt: null, dueAt: { lt: new Date() } },
      OR: [{ role: { notIn: ['household', 'helper'] } }, { stage: 'accountCorrection' }],
    },
    include: { case: true },
    orderBy: { dueAt: 'asc' },
    take: limit,
  });
  for (const task of tasks) {
    const { id, caseNo, stage, areaCode, dueAt } = task;
    await db.$transaction(async (tx) => {
      if (await hasMoreTime(tx, task)) return;
      const { count } = await tx.task.updateMany({ where: { id, overdueAt: null }, data: { overdueAt: new Date() } });
      const what = `${STAGE_NAMES[stage].zh}，应于${shanghaiDate(dueAt!.getTime() - 1)}前办结`;
      if (count > 0) await tellSupervisors({ tx, keyring }, { key: `overdue/${id}`, caseNo, areaCode, what });
    });
  }
  return tasks.length;
};

/** Whether the calendar, changed since the task was dated, gives more time; the task then shows it. */
async function hasMoreTime(tx: Tx, task: TaskModel & { case: CaseModel }): Promise<boolean> {
  const { id, stage, openedAt, notBefore, dueAt, case: row } = task;
  const policy = await policyVersion(tx, row.policyDigest);
  const anew = await reminderFor({ tx, row, policy }, stage, (notBefore ?? openedAt).getTime());
  if (!anew || anew <= dueAt!) return false;
  await tx.task.update({ where: { id }, data: { dueAt: anew } });
  return anew > new Date();
}

/** Payments that left the house a good while ago and of which the bank has no word: never silent. */
export const noteSilentPayments: Sweep = async ({ db, keyring }, limit) => {
  const sentBefore = new Date(Date.now() - 3 * 86_400_000);
  // Those that were told of stay silent: page by page, else the first of them would hide the rest.
  for (let after = ''; ;) {
    const silent = await db.payment.findMany({
      where: {
        ...{ state: { in: ['sent', 'unknown', 'accepted'] }, sentAt: { lt: sentBefore } },
        reference: { gt: after },
      },
      include: { case: true },
      orderBy: { reference: 'asc' },
      take: limit,
    });
    for (const { reference, caseNo, case: row } of silent) {
      const what = `支付指令${reference}已发出，银行尚无最终回复`;
      await db.$transaction((tx) =>
        tellSupervisors({ tx, keyring }, { key: `silent/${reference}`, caseNo, areaCode: row.areaCode, what }),
      );
    }
    const last = silent.at(-1);
    if (!last || silent.length < limit) return 0;
    after = last.reference;
  }
};

interface Notice {
  readonly key: string;
  readonly caseNo: string;
  readonly areaCode: string;
  readonly what: string;
}

async function tellSupervisors({ tx, keyring }: Pick<Swept, 'keyring'> & { tx: Tx }, notice: Notice): Promise<void> {
  const { key, caseNo, areaCode, what } = notice;
  const countyCode = areaCode.slice(0, 6);
  const supervisors = await tx.official.findMany({
    where: { areaCode: countyCode, roles: { has: 'countySupervisor' }, active: true, email: { not: null } },
  });
  for (const { id, email } of supervisors) {
    await enqueue(tx, keyring, {
      ...{ dedupeKey: `${key}/${id}`, channel: 'mail', countyCode, to: email! },
      ...{ subject: `【直报】办件${caseNo}超期提醒`, text: `办件${caseNo}：${what}。请督办。` },
    });
  }
}
