import { officialWith } from '../../api/session/password.js';
import { withKeys } from '../../platform/keys/with-keys.js';
import { OperatorError } from '../../platform/operator-error.js';
import { loadSettings } from '../../platform/settings.js';
import { connect } from '../../prisma/client.js';
import { issueCodecToken, mayOpen } from '../../prisma/codec-tokens.js';
import { askPassword } from '../restore/password.js';
import { sayOnConsole } from '../start/say.js';
import { commandEnvironment } from '../start/process-environment.js';

/** The command `codec-token`: the token stands alone on the last line. @throws OperatorError */
export async function runCodecToken(login: string, hours: number): Promise<void> {
  const { databaseUrl, publicUrl } = loadSettings(await withKeys(commandEnvironment()));
  const password = await askPassword(`${login} 的密码 / password: `);
  const db = connect(databaseUrl, 1);
  try {
    const id = await officialWith(db, login, password);
    if (id === undefined) throw WRONG_CREDENTIALS;
    if (!mayOpen(await db.official.findUniqueOrThrow({ where: { id } }))) throw MAY_NOT;
    const token = await issueCodecToken(db, id, hours);
    sayOnConsole(
      `令牌 ${hours} 小时内有效，每次查看都有记录。用法：temporal --codec-endpoint ${publicUrl}/api/codec --codec-auth "Bearer 令牌"`,
      `Good for ${hours} hours; whatever is opened with it is noted. Use: temporal --codec-endpoint ${publicUrl}/api/codec --codec-auth "Bearer TOKEN"`,
    );
    process.stdout.write(`${token}\n`);
  } finally {
    await db.$disconnect();
  }
}

const WRONG_CREDENTIALS = new OperatorError('账号或密码不正确。', 'The login or the password is not right.');
const MAY_NOT = new OperatorError(
  '只有审计人员或系统管理员可以查看流程内容。',
  'Only an auditor or an administrator may open payloads.',
);
