import { shanghaiDate } from '../../domain/rules/working-days.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import { enqueue } from '../../prisma/outbox.js';
import type { Sweep, Swept } from './sweep.js';

/** Tasks of officials whose time is over: on record, and told to the supervisor. Nothing else changes. */
export const noteOverdue: Sweep = async ({ db, keyring }, limit) => {
  const tasks = await db.task.findMany({
    where: { closedAt: null, overdueAt: null, dueAt: { lt: new Date() }, role: { notIn: ['household', 'helper'] } },
    orderBy: { dueAt: 'asc' },
    take: limit,
  });
  for (const { id, caseNo, stage, areaCode, dueAt } of tasks) {
    await db.$transaction(async (tx) => {
      const { count } = await tx.task.updateMany({ where: { id, overdueAt: null }, data: { overdueAt: new Date() } });
      const what = `${STAGE_NAMES[stage].zh}，应于${shanghaiDate(dueAt!.getTime() - 1)}前办结`;
      if (count > 0) await tellSupervisors({ tx, keyring }, { key: `overdue/${id}`, caseNo, areaCode, what });
    });
  }
  return tasks.length;
};

/** Payments that left the house a good while ago and of which the bank has no word: never silent. */
export const noteSilentPayments: Sweep = async ({ db, keyring }, limit) => {
  const silent = await db.payment.findMany({
    where: { state: { in: ['sent', 'unknown', 'accepted'] }, sentAt: { lt: new Date(Date.now() - 3 * 86_400_000) } },
    include: { case: true },
    orderBy: { sentAt: 'asc' },
    take: limit,
  });
  for (const { reference, caseNo, case: row } of silent) {
    const what = `支付指令${reference}已发出，银行尚无最终回复`;
    await db.$transaction((tx) =>
      tellSupervisors({ tx, keyring }, { key: `silent/${reference}`, caseNo, areaCode: row.areaCode, what }),
    );
  }
  return 0;
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
