import type { Keyring } from '../platform/keyring.js';
import { OperatorError } from '../platform/operator-error.js';
import type { Db } from './client.js';
import { lastLogged } from './log-entries.js';

/** Prisma's code for a table that is not there. */
const NO_TABLE = 'P2021';

/**
 * Before a process does anything: the database answers, has its tables, and is sealed under this master key. The first
 * process to ask decides which key that is.
 * @throws OperatorError
 */
export async function assertUsable(db: Db, keyring: Keyring): Promise<void> {
  const fingerprint = keyring.fingerprint();
  const known = await keyOf(db, fingerprint).catch((error: unknown) => {
    throw notReady(error);
  });
  if (known !== fingerprint) throw WRONG_KEY;
  const wrapping = await lastLogged(db, 'key', 'households');
  if (wrapping && !keyring.householdPrints().all.includes(wrapping.publicKey)) throw NO_GENERATION;
}

async function keyOf(db: Db, fingerprint: string): Promise<string> {
  await db.masterKey.createMany({ data: [{ fingerprint }], skipDuplicates: true });
  return (await db.masterKey.findUniqueOrThrow({ where: { id: 1 } })).fingerprint;
}

const NO_GENERATION = new OperatorError(
  '缺少包裹农户密钥的那一代密钥：请把它补回 ZHIBAO_HOUSEHOLD_KEYS（或密钥文件、密钥服务的 households）。',
  'The generation that the keys of households are wrapped in is missing: put it back into ZHIBAO_HOUSEHOLD_KEYS (or households in the key file or service).',
);
const WRONG_KEY = new OperatorError(
  '主密钥与数据库不符：库中数据是用另一把密钥加密的，现在这把一条也读不出来；请恢复原来的密钥（ZHIBAO_KEY，或数据文件夹中的 keys.json）。',
  'The master key is not the one of this database: its data are sealed under another key and none of them could be read; please restore that key (ZHIBAO_KEY, or keys.json in the data folder).',
);

function notReady(error: unknown): OperatorError {
  const { code, name } = error as { code?: string; name: string };
  if (code === NO_TABLE) {
    return new OperatorError(
      '数据库中没有所需的表：请先执行 npm run migrate。',
      'The database lacks its tables: please run npm run migrate first.',
    );
  }
  return new OperatorError(
    `连不上数据库（${code ?? name}）：请先用 npm start 启动，或检查 DATABASE_URL 以及 PostgreSQL 是否在运行。`,
    `The database cannot be reached (${code ?? name}): please start it with npm start first, or check DATABASE_URL and that PostgreSQL is running.`,
  );
}
