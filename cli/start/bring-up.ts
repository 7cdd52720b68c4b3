import { OperatorError } from '../../platform/operator-error.js';
import { connect } from '../../platform/temporal.js';
import type { Copy } from './copy.js';
import { assertReachable } from './database.js';
import { prepareDatabase } from './prepare-database.js';
import { otherLogins, whoMayLogIn } from './demonstration.js';
import type { Keeper } from './keeper.js';
import { endOrphans } from './left-running.js';
import { migrate } from './migrate.js';
import { apiPart, bankPart, workerPart } from './own-parts.js';
import type { Part } from './part.js';
import { DEMONSTRATION_PASSWORD } from '../../prisma/seed/officials.js';
import { whyNotFree } from './ports.js';
import { postgresPart } from './postgres-part.js';
import { processEnvironment } from './process-environment.js';
import { isRestoring } from './restoring.js';
import type { Say } from './say.js';
import { temporalPart } from './temporal-part.js';

/** Servers first, then the tables and the demonstration, then our own processes. @throws OperatorError */
export async function bringUp(copy: Copy, keeper: Keeper): Promise<void> {
  const { settings, keys, state, say, stopping } = copy;
  const began = performance.now();
  await endOrphans(copy);
  await assertPortIsFree(settings.port);
  say('正在启动数据库和流程引擎……', 'Starting the database and the workflow engine …');
  await keeper.begin(...serversOf(copy));
  await assertServersAnswer(copy);
  stopping.throwIfAborted();
  const { DATABASE_URL, ZHIBAO_KEY, PUBLIC_URL } = processEnvironment(settings, keys, state.ports);
  await migrate(DATABASE_URL);
  await prepareDatabase(DATABASE_URL, ZHIBAO_KEY, settings.demonstration);
  stopping.throwIfAborted();
  say('正在启动办件处理进程和网站……', 'Starting the worker and the API …');
  await keeper.begin(workerPart(copy), apiPart(copy));
  stopping.throwIfAborted();
  if (await isRestoring(DATABASE_URL)) sayRestoring(say);
  if (settings.demonstration) sayHowToLogIn(say);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`直报已就绪（用时 ${seconds} 秒）：${PUBLIC_URL}`, `zhibao is ready (${seconds} s): ${PUBLIC_URL}`);
  say(`数据和日志在 ${settings.home}，按 Ctrl-C 停止。`, `Its data and logs are in ${settings.home}; Ctrl-C stops it.`);
}

function sayHowToLogIn(say: Say): void {
  say(
    `${whoMayLogIn()}\n工作人员密码：${DEMONSTRATION_PASSWORD}；农户和代办人用短信验证码登录，演示时在“发件箱”页面查看。`,
    `Officials' password: ${DEMONSTRATION_PASSWORD}; households and helpers log in by a code, which the outbox page shows.`,
  );
  say(...otherLogins());
}

function sayRestoring(say: Say): void {
  say(
    '数据库是从备份恢复的：请在另一个终端执行 npm run zhibao -- reconcile；核对之前不办理任何事项。',
    'The database was restored from a backup: run npm run zhibao -- reconcile in another terminal; until then nothing is done.',
  );
}

/** What is not there already, in the order of use: the last one is ended first. */
function serversOf(copy: Copy): Part[] {
  const { databaseUrl, temporalAddress, bankUrl } = copy.settings;
  return [
    ...(databaseUrl === undefined ? [postgresPart(copy)] : []),
    ...(temporalAddress === undefined ? [temporalPart(copy)] : []),
    ...(bankUrl === undefined ? [bankPart(copy)] : []),
  ];
}

async function assertServersAnswer({ settings }: Copy): Promise<void> {
  const { databaseUrl, temporalAddress, temporalNamespace } = settings;
  if (databaseUrl !== undefined) await assertReachable(databaseUrl);
  if (temporalAddress === undefined) return;
  const connection = await connect({ temporalAddress, temporalNamespace });
  await connection.close();
}

async function assertPortIsFree(port: number): Promise<void> {
  const why = await whyNotFree(port);
  if (why === undefined) return;
  throw new OperatorError(
    `端口 ${port} 不能使用（${why}）：请停止占用它的程序，或用 PORT 另指一个端口。`,
    `The port ${port} cannot be used (${why}): stop the program that uses it, or name another port with PORT.`,
  );
}
