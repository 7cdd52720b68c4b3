import { SingleBar } from 'cli-progress';
import type { Keyring } from '../../platform/keyring.js';
import { OperatorError } from '../../platform/operator-error.js';
import type { Db } from '../../prisma/client.js';
import { rewrapKeys } from '../../prisma/rewrap-keys.js';
import { announceKey } from '../../prisma/signing-keys.js';
import { onRecords } from '../start/on-records.js';
import { sayOnConsole } from '../start/say.js';

/** Whoever works with one of these households meanwhile waits for them all. */
const AT_ONCE = 100;

/** The command `keys rotate`. @throws OperatorError where there is no generation to change to */
export async function runRotate(): Promise<void> {
  const bar = new SingleBar({ format: '更换 rotating {bar} {value}/{total}' });
  try {
    const done = await onRecords(async (db, keyring) => {
      bar.start(await db.household.count(), 0);
      return await rotateKeys(db, keyring, (some) => bar.increment(some));
    });
    bar.stop();
    sayOnConsole(
      `已重新包裹 ${done} 户的密钥，全部为最新一代；较早的各代除随备份保存外不再需要。`,
      `The keys of ${done} households were wrapped anew; all are of the newest generation. Earlier ones are needed for backups alone.`,
    );
  } finally {
    bar.stop();
  }
}

/** Wraps every household's key under the newest generation, which is logged first. @throws OperatorError */
export async function rotateKeys(db: Db, keyring: Keyring, onDone: (some: number) => void = () => {}): Promise<number> {
  if (keyring.householdMark().length === 0) throw NO_GENERATION;
  await announceKey(db, 'households', keyring.householdPrints().newest);
  let all = 0;
  for (;;) {
    const some = await rewrapKeys(db, keyring, AT_ONCE);
    if (some === 0) return all;
    all += some;
    onDone(some);
  }
}

const NO_GENERATION = new OperatorError(
  '没有给出新一代密钥：请在 ZHIBAO_HOUSEHOLD_KEYS（或密钥文件、密钥服务的 households）中加上一代，重启接口和工作进程后再执行。',
  'There is no new generation: add one to ZHIBAO_HOUSEHOLD_KEYS (or to households in the key file or service), restart API and workers, and run this again.',
);
