import { beginRestore } from '../../prisma/restore.js';
import { loadSettings } from '../../platform/settings.js';
import { withKeys } from '../../platform/keys/with-keys.js';
import { connect, type Db } from '../../prisma/client.js';
import { commandEnvironment } from '../start/process-environment.js';
import { sayOnConsole } from '../start/say.js';
import { onGround } from './open-ground.js';
import { askPassword } from './password.js';
import { lostIn, rebuild } from './rebuild.js';
import { reconcile } from './reconcile.js';
import { signOff } from './sign-off.js';
import { untilStandstill } from './standstill.js';
import { tellReport, withProgress } from './tell.js';

/** The command `rebuild`: exit code 1 where anything is left to be put right. @throws OperatorError */
export async function runRebuild(caseNo?: string): Promise<void> {
  await onGround(async (ground) => {
    const { refilled, stalled, findings } = await withProgress((onProgress) => rebuild(ground, onProgress, { caseNo }));
    const behind = stalled.map((strand) => ({ kind: 'engineBehind' as const, subject: strand.caseNo }));
    const lost = await lostIn(ground, refilled);
    if (!tellReport({ refilled, lost, findings: [...findings, ...behind] })) process.exitCode = 1;
  });
}

/** The command `reconcile`: exit code 1 where anything is left to be put right. @throws OperatorError */
export async function runReconcile(): Promise<void> {
  const report = await onGround(async (ground) => {
    await beginRestore(ground.db);
    await untilStandstill(ground.db);
    return await withProgress((onProgress) => reconcile(ground, onProgress));
  });
  if (!tellReport(report)) process.exitCode = 1;
  sayOnConsole(
    '签字之前不启动办件、不付款、不发消息：npm run zhibao -- reconcile --sign-off --by <账号>',
    'Until it is signed for nothing is started, paid or mailed: npm run zhibao -- reconcile --sign-off --by <login>',
  );
}

/** Says that something is being restored: from now on nothing leaves. */
export async function runBegin(): Promise<void> {
  await withDatabase(beginRestore);
  sayOnConsole(
    '已登记：签字之前不启动办件、不付款、不发消息。',
    'Noted: until it is signed for nothing is started, paid or mailed.',
  );
}

/** Signs for a restore. @throws OperatorError */
export async function runSignOff(login: string, accept: boolean): Promise<void> {
  const password = await askPassword(`${login} 的密码 / password: `);
  await withDatabase((db) => signOff(db, { login, password, accept }));
  sayOnConsole('已签字，业务恢复办理。', 'Signed: everything goes on.');
}

async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = connect(loadSettings(await withKeys(commandEnvironment())).databaseUrl, 1);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}
