import type { Tx } from './client.js';

/** The next number of a series, from 1; a number taken in a transaction that fails is given again. */
export const nextSerial = (tx: Tx, scope: string): Promise<number> => nextSerials(tx, scope, 1);

/** The first of so many numbers of a series that follow one another. */
export async function nextSerials(tx: Tx, scope: string, howMany: number): Promise<number> {
  const { last } = await tx.serial.upsert({
    where: { scope },
    create: { scope, last: howMany },
    update: { last: { increment: howMany } },
  });
  return last - howMany + 1;
}

/** A series goes on after a number that is known to be taken. */
export async function raiseSerial(tx: Tx, scope: string, taken: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Serial" ("scope", "last") VALUES (${scope}, ${taken})
    ON CONFLICT ("scope") DO UPDATE SET "last" = greatest("Serial"."last", excluded."last")`;
}
