import { countyOf } from '../../domain/rules/county-of.js';
import { ON_ITS_WAY } from '../../domain/rules/payment-states.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel, PaymentModel, TaskModel } from '../../prisma/generated/models.js';
import { policyVersion } from '../../prisma/rules-in-force.js';
import { bankTimeEnd } from '../batches/bank-time.js';
import { reminderFor } from '../record/tasks.js';
import { tellOfficials } from '../../prisma/tell-officials.js';
import type { Sweep } from './sweep.js';

const toSupervisors = { role: 'countySupervisor', subject: '超期提醒' } as const;

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
    const { id, caseNo, stage, dueAt } = task;
    await db.$transaction(async (tx) => {
      if (await hasMoreTime(tx, task)) return;
      const { count } = await tx.task.updateMany({ where: { id, overdueAt: null }, data: { overdueAt: new Date() } });
      const what = `${STAGE_NAMES[stage].zh}，应于${shanghaiDate(dueAt!.getTime() - 1)}前办结`;
      if (count > 0)
        await tellOfficials(tx, keyring, { ...toSupervisors, key: `overdue/${id}`, caseNo, text: `${what}。请督办。` });
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

/** Payments of which the bank has no last word though its time is over: never silent. */
export const noteSilentPayments: Sweep = async ({ db, keyring }, limit) => {
  const ends = new Map<string, Promise<Date>>();
  const timeEnd = ({ caseNo, sentAt }: PaymentModel) => {
    const countyCode = countyOf(caseNo);
    const key = `${countyCode}/${sentAt!.getTime()}`;
    const end = ends.get(key) ?? bankTimeEnd(db, countyCode, sentAt!);
    ends.set(key, end);
    return end;
  };
  // Those that were told of stay silent: page by page, else the first of them would hide the rest.
  for (let after = ''; ;) {
    const open = await db.payment.findMany({
      where: { state: { in: [...ON_ITS_WAY] }, sentAt: { not: null }, reference: { gt: after } },
      orderBy: { reference: 'asc' },
      take: limit,
    });
    for (const payment of open) {
      if ((await timeEnd(payment)) > new Date()) continue;
      const { reference, caseNo } = payment;
      const text = `支付指令${reference}已发出，银行尚无最终回复。请督办。`;
      await tellOfficials(db, keyring, { ...toSupervisors, key: `silent/${reference}`, caseNo, text });
    }
    const last = open.at(-1);
    if (!last || open.length < limit) return 0;
    after = last.reference;
  }
};
