import { hash, verify } from '@node-rs/argon2';
import type { Db } from '../../prisma/client.js';

/** Verified against where there is no such login, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

/** The official with this login and password (argon2id), or nobody. Takes the same time for a login that isn't there. */
export async function officialWith(db: Db, login: string, password: string): Promise<string | undefined> {
  nobody ??= hash('nobody has this password');
  const official = await db.official.findUnique({ where: { login } });
  const isRight = await verify(official?.passwordHash ?? (await nobody), password);
  return official?.active && isRight ? official.id : undefined;
}
