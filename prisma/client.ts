import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client.js';

/** The database of one process; `max` connections at once. */
export const connect = (connectionString: string, max = 10) =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString, max }) });

export type Db = ReturnType<typeof connect>;
/** A transaction, or the database itself: what a query needs. */
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$transaction' | '$on' | '$extends'>;

export { Prisma };
