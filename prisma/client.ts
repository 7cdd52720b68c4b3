import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client.js';

/** A busy machine is slow, not broken: how long a transaction waits for its connection, and may take. */
const transactionOptions = { maxWait: 15_000, timeout: 30_000 };

/** The database of one process; `max` connections at once. */
export const connect = (connectionString: string, max = 10) =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString, max }), transactionOptions });

export type Db = ReturnType<typeof connect>;
/** A transaction, or the database itself: what a query needs. */
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$transaction' | '$on' | '$extends'>;

/** Reads several tables as they were at one moment; within a transaction, as that sees them. */
export async function atOnce<T>(db: Tx, read: (tx: Tx) => Promise<T>): Promise<T> {
  return '$transaction' in db
    ? await (db as Db).$transaction(read, { isolationLevel: 'RepeatableRead' })
    : await read(db);
}

export { Prisma };
