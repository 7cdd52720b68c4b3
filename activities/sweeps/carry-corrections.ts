import type { Act } from '../../domain/schemas/act.js';
import { actIdOf } from '../../platform/digest.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { Tx } from '../../prisma/client.js';
import type { PayeeAccountModel as PayeeAccount, TaskModel as Task } from '../../prisma/generated/models.js';
import { carryAct } from '../carry-act.js';
import type { Sweep, Swept } from './sweep.js';

const AT_ONCE = 10;

/**
 * 退汇更正: an account of the register of payees that was put right goes into every case whose money had come back from the
 * one before, as the act of whoever entered it. A case that refuses, as one of his kin, keeps its task.
 */
export const carryCorrections: Sweep = async (swept, limit) => {
  const waiting = await corrected(swept.db, limit);
  const [failure] = await inParallel(waiting, AT_ONCE, (row) => carry(swept, row));
  if (failure) throw failure;
  return 0;
};

interface Corrected {
  readonly taskId: string;
  readonly accountId: string;
}

/** Tasks about an account of the register in whose place another one was signed since. */
const corrected = async (tx: Tx, limit: number): Promise<Corrected[]> =>
  await tx.$queryRaw<Corrected[]>`
    SELECT t."id" AS "taskId", now."id" AS "accountId" FROM "Task" t
    JOIN LATERAL (
      SELECT "accountId" FROM "Payment" WHERE "caseNo" = t."caseNo" ORDER BY "attempt" DESC LIMIT 1
    ) p ON TRUE
    JOIN "PayeeAccount" before ON before."id" = p."accountId"
    JOIN "PayeeAccount" now ON now."payeeId" = before."payeeId" AND now."state" = 'current' AND now."id" <> before."id"
    WHERE t."closedAt" IS NULL AND t."stage" = 'accountCorrection' AND t."role" = 'paymentMaker'
    ORDER BY t."dueAt", t."id" LIMIT ${limit}`;

async function carry(swept: Swept, { taskId, accountId }: Corrected): Promise<void> {
  const { db } = swept;
  const { caseNo, strand }: Task = await db.task.findUniqueOrThrow({ where: { id: taskId } });
  const account = await db.payeeAccount.findUniqueOrThrow({ where: { id: accountId } });
  await carryAct(swept, {
    caseNo,
    strand,
    actId: actIdOf(accountId, caseNo, taskId),
    act: await confirmation(db, account),
  });
}

async function confirmation(tx: Tx, { enteredById: id }: PayeeAccount): Promise<Act> {
  const { officeId, areaCode } = await tx.official.findUniqueOrThrow({ where: { id } });
  const by = { id, role: 'paymentMaker', officeId, areaCode } as const;
  return { stage: 'accountCorrection', verdict: 'confirmAccount', by };
}
