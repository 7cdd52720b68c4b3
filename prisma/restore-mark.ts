import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Db } from './client.js';
import { noteRestore } from './restore.js';

/*
 * The database has a number that only grows. What this machine has seen of it lies in its data folder, outside of every
 * backup of the database: a database that knows less than that was restored, even if nobody said so.
 */

type Marks = Readonly<Record<string, number>>;

/**
 * Notes a restore that nobody has said. Answers whether there was one.
 * @param home the data folder of this machine
 */
export async function noteIfOlder(db: Db, home: string): Promise<boolean> {
  const seen = readMarks(home)[await nameOf(db)] ?? 0;
  if ((await lastMark(db)) >= seen) return false;
  await noteRestore(db);
  // From here on the restore is on record, and is not found a second time.
  await db.$queryRaw`SELECT setval('restore_mark', ${seen})`;
  return true;
}

export async function lastMark(db: Db): Promise<number> {
  const [{ last }] = await db.$queryRaw<[{ last: bigint }]>`SELECT "last_value" AS last FROM "restore_mark"`;
  return Number(last);
}

/** Lets the number grow, and keeps it. @throws where the data folder can't be written */
export async function mark(db: Db, home: string): Promise<void> {
  const [{ next }] = await db.$queryRaw<[{ next: bigint }]>`SELECT nextval('restore_mark') AS next`;
  const marks = readMarks(home);
  const name = await nameOf(db);
  const file = fileIn(home);
  mkdirSync(home, { recursive: true });
  // Whole or not at all; of several processes the last one wins, and none is far behind.
  writeFileSync(
    `${file}.${process.pid}`,
    JSON.stringify({ ...marks, [name]: Math.max(marks[name] ?? 0, Number(next)) }),
  );
  renameSync(`${file}.${process.pid}`, file);
}

const fileIn = (home: string): string => path.join(home, 'marks.json');

function readMarks(home: string): Marks {
  try {
    return JSON.parse(readFileSync(fileIn(home), 'utf8')) as Marks;
  } catch {
    return {};
  }
}

/** A machine may have seen more than one database: each is known by the moment in which it got its key. */
async function nameOf(db: Db): Promise<string> {
  const { fingerprint, createdAt } = await db.masterKey.findUniqueOrThrow({ where: { id: 1 } });
  return `${fingerprint}/${createdAt.toISOString()}`;
}
