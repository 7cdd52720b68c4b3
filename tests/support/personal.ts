import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { openMessage } from '../../prisma/outbox.js';
import { openColumn } from '../../prisma/sealed.js';

type Ground = { readonly db: Tx; readonly keyring: Keyring };

/** What would tell who a household is: names, ID numbers, phone and accounts, and the keyed hash of each. */
export async function personalTo({ db, keyring }: Ground, householdId: string): Promise<string[]> {
  const where = { id: householdId };
  const household = await db.household.findUniqueOrThrow({ where, include: { members: true, accounts: true } });
  const key = keyring.unwrap(household.wrappedKey);
  const names = household.members.map(({ nameSealed }) => openColumn(key, 'memberName', nameSealed));
  const ids = household.members.map(({ idNumberSealed }) => openColumn(key, 'memberIdNumber', idNumberSealed));
  const accounts = household.accounts.map(({ numberSealed }) => openColumn(key, 'accountNumber', numberSealed));
  const phone = openColumn(key, 'householdPhone', household.phoneSealed!);
  const hashes = [
    keyring.lookup('phone', phone),
    ...ids.map((each) => keyring.lookup('idNumber', each)),
    ...accounts.map((each) => keyring.lookup('account', each)),
  ];
  return [...new Set([...names, ...ids, ...accounts, phone, ...hashes])];
}

/** Tables with a row in which one of these stands in clear, be it in a text, in JSON or within another text. */
export async function tablesWith(tx: Tx, texts: readonly string[]): Promise<string[]> {
  const sought = texts.map((text) => `%${text}%`);
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT "table_name" AS name FROM information_schema.tables
    WHERE "table_schema" = 'public' AND "table_type" = 'BASE TABLE' AND "table_name" <> '_prisma_migrations'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await tx.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${name}" seen WHERE seen::text LIKE ANY($1) LIMIT 1`,
      sought,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** Messages that say one of these, once they are opened. */
export async function messagesWith({ db, keyring }: Ground, texts: readonly string[]): Promise<string[]> {
  const rows = await db.outboxMessage.findMany();
  const told = rows.map((row) => ({ key: row.dedupeKey, said: JSON.stringify(openMessage(keyring, row)) }));
  return told.filter(({ said }) => texts.some((text) => said.includes(text))).map(({ key }) => key);
}
