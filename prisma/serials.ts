import type { Tx } from './client.js';

/** The next number of a series, from 1; a number taken in a transaction that fails is given again. */
export async function nextSerial(tx: Tx, scope: string): Promise<number> {
  const { last } = await tx.serial.upsert({
    where: { scope },
    create: { scope, last: 1 },
    update: { last: { increment: 1 } },
  });
  return last;
}

/** A series goes on after a number that is known to be taken. */
export async function raiseSerial(tx: Tx, scope: string, taken: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Serial" ("scope", "last") VALUES (${scope}, ${taken})
    ON CONFLICT ("scope") DO UPDATE SET "last" = greatest("Serial"."last", excluded."last")`;
}
