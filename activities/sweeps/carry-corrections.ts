import type { Act } from '../../domain/schemas/act.js';
import { actIdOf } from '../../platform/digest.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { Tx } from '../../prisma/client.js';
import type { TaskModel as Task } from '../../prisma/generated/models.js';
import { isAnnounced } from '../../prisma/signing-keys.js';
import { signersOf } from '../../proof/signed-for-many.js';
import { publicKeysOf } from '../../proof/signing-key.js';
import { carryAct } from '../carry-act.js';
import type { Sweep, Swept } from './sweep.js';

const AT_ONCE = 10;

/**
 * 退汇更正: an account of the register of payees that was put right goes into every case whose money had come back from the
 * one before, as the act of whoever entered it. A case that refuses, as one of his kin, keeps its task; so does every one
 * where nobody signed for the account, or not last.
 */
export const carryCorrections: Sweep = async (swept, limit) => {
  if (!(await isAnnounced(swept.db, 'payeeAccounts'))) return 0;
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
      AND NOT EXISTS (SELECT 1 FROM "PayeeAccount" later WHERE later."payeeId" = now."payeeId"
        AND later."state" = 'replaced' AND later."decidedAt" > now."decidedAt")
    WHERE t."closedAt" IS NULL AND t."stage" = 'accountCorrection' AND t."role" = 'paymentMaker'
    ORDER BY t."dueAt", t."id" LIMIT ${limit}`;

async function carry(swept: Swept, { taskId, accountId }: Corrected): Promise<void> {
  const { db, keyring, log } = swept;
  const { caseNo, strand }: Task = await db.task.findUniqueOrThrow({ where: { id: taskId } });
  const { entered: by, decided } = signersOf(
    publicKeysOf(keyring.signingSeeds('acts')),
    await db.payeeAccount.findUniqueOrThrow({ where: { id: accountId } }),
  );
  if (!by || !decided) {
    if (!toldOnce.has(accountId))
      log?.warn({ accountId }, 'nobody signed for the account as it is: it corrects nothing');
    toldOnce.add(accountId);
    return;
  }
  const act: Act = { stage: 'accountCorrection', verdict: 'confirmAccount', by };
  await carryAct(swept, { caseNo, strand, actId: actIdOf(accountId, caseNo, taskId), act });
}

/** Accounts of which the operator was told. */
const toldOnce = new Set<string>();
