import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';
import { enqueue } from '../../prisma/outbox.js';

export const settings = {
  key: randomBytes(32).toString('base64'),
  mailFrom: 'zhibao@county.example',
  smtpUrl: undefined,
  smsUrl: undefined,
  demonstration: false,
};

const keyring = Keyring.from(settings.key);
let made = 0;

/** Puts a message into the outbox. @returns its id */
export async function post(db: Db, channel: 'mail' | 'sms', to: string, text = 'Your case moved.'): Promise<string> {
  made += 1;
  const dedupeKey = `test-${process.pid}-${made}`;
  await enqueue(db, keyring, { dedupeKey, channel, countyCode: '330127', to, subject: '直报：办件进度', text });
  return (await db.outboxMessage.findUniqueOrThrow({ where: { dedupeKey } })).id;
}

/** A log that can be read. */
export function memoryLog() {
  const lines: string[] = [];
  return { lines, log: pino({ level: 'trace' }, { write: (line) => void lines.push(line) }) };
}

/** Lets the waiting time of every message pass, as the clock would. */
export const letWaitingTimePass = (db: Db) => db.$executeRaw`UPDATE "OutboxMessage" SET "dueAt" = now()`;

/** How long until a message is due, in seconds. */
export async function secondsUntilDue(db: Db, id: string): Promise<number> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM "dueAt" - now())::float8 AS seconds FROM "OutboxMessage" WHERE "id" = ${id}`;
  return row!.seconds;
}
