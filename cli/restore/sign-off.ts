import { officialWith } from '../../api/session/password.js';
import { OperatorError } from '../../platform/operator-error.js';
import type { Db } from '../../prisma/client.js';
import { openRestore } from '../../prisma/restore.js';
import { findingText, reportSchema } from './findings.js';

interface Signature {
  readonly login: string;
  readonly password: string;
  /** What is still found is accepted, by name. */
  readonly accept: boolean;
}

/**
 * Somebody who answers for it signs for a restore: from now on cases are started, orders paid and messages mailed again.
 *
 * @throws OperatorError where there is nothing to sign for, or something found and not accepted, or nobody to sign
 */
export async function signOff(db: Db, { login, password, accept }: Signature): Promise<void> {
  const restore = await openRestore(db);
  if (!restore) throw NOTHING_OPEN;
  if (!restore.comparedAt || restore.report === null) throw NOT_COMPARED;
  const report = reportSchema.parse(restore.report);
  if (report.findings.length > 0 && !accept) throw notAccepted(report.findings.map(findingText));
  const signedOffById = await signer(db, login, password);
  await db.restore.updateMany({
    where: { id: restore.id, signedOffAt: null },
    data: { signedOffById, signedOffAt: new Date(), report: { ...report, accepted: report.findings } },
  });
}

async function signer(db: Db, login: string, password: string): Promise<string> {
  const id = await officialWith(db, login, password);
  const official = id === undefined ? null : await db.official.findUnique({ where: { id } });
  if (!official) throw WRONG_CREDENTIALS;
  const answers = official.roles.includes('administrator') || official.roles.includes('countySupervisor');
  if (!answers) throw MAY_NOT_SIGN;
  return official.id;
}

const NOTHING_OPEN = new OperatorError('没有待签字的恢复。', 'There is no restore to sign for.');
const NOT_COMPARED = new OperatorError(
  '恢复后尚未核对：请先执行 npm run zhibao -- reconcile。',
  'Nothing has been compared yet: run npm run zhibao -- reconcile first.',
);
const WRONG_CREDENTIALS = new OperatorError('账号或密码不正确。', 'The login or the password is not right.');
const MAY_NOT_SIGN = new OperatorError(
  '只有系统管理员或县级监督人员可以签字。',
  'Only an administrator or a county’s supervisor may sign.',
);
const notAccepted = (lines: readonly string[]): OperatorError =>
  new OperatorError(
    `还有 ${lines.length} 项待处理；处理后再核对一次，或用 --accept 署名认可：\n${lines.join('\n')}`,
    `${lines.length} findings are open: put them right and run reconcile again, or accept them by name with --accept.`,
  );
