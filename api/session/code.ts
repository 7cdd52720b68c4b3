import { randomInt, timingSafeEqual } from 'node:crypto';
import { countyOf } from '../../domain/rules/county-of.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';
import { enqueue } from '../../prisma/outbox.js';
import { candidatesOf } from './candidates.js';

const VALID_MINUTES = 5;
const MOST_ATTEMPTS = 5;

type Store = { readonly db: Db; readonly keyring: Keyring };

const hashOf = (keyring: Keyring, phoneHash: string, code: string): string =>
  keyring.lookup('code', `${phoneHash}/${code}`);

/**
 * Sends a one-time code to a phone that somebody of the register or a helper has; to any other nothing, and the
 * answer is the same: nobody learns from it who is registered. Returns when the code ends.
 */
export async function sendCode({ db, keyring }: Store, phone: string): Promise<Date> {
  const expiresAt = new Date(Date.now() + VALID_MINUTES * 60_000);
  const phoneHash = keyring.lookup('phone', phone);
  const [first] = await candidatesOf({ db, keyring }, phoneHash);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const codeHash = hashOf(keyring, phoneHash, code);
  if (!first) return expiresAt;

  const countyCode = countyOf(first.areaCode);
  const content = { to: phone, subject: '', text: codeText(code) };
  await db.$transaction(async (tx) => {
    const { id } = await tx.loginCode.create({ data: { phoneHash, codeHash, expiresAt } });
    const about = { dedupeKey: `code/${id}`, channel: 'sms', countyCode } as const;
    await enqueue(tx, keyring, { ...about, ...content, ...(first.kind === 'household' && { householdId: first.id }) });
  });
  return expiresAt;
}

const codeText = (code: string): string =>
  `【直报】验证码${code}，${VALID_MINUTES}分钟内有效。工作人员不会向您索要验证码，请勿告知他人。Your code is ${code}.`;

/** Whether it is the phone's last code, still valid and never used. Each code allows five attempts. */
export async function useCode({ db, keyring }: Store, phoneHash: string, code: string): Promise<boolean> {
  const [tried] = await db.$queryRaw<{ id: string; codeHash: string }[]>`
    UPDATE "LoginCode" SET "attempts" = "attempts" + 1
    WHERE "id" = (SELECT "id" FROM "LoginCode" WHERE "phoneHash" = ${phoneHash} ORDER BY "expiresAt" DESC LIMIT 1)
      AND "usedAt" IS NULL AND "expiresAt" > now() AND "attempts" < ${MOST_ATTEMPTS}
    RETURNING "id", "codeHash"`;
  const given = hashOf(keyring, phoneHash, code);
  if (!tried || !timingSafeEqual(Buffer.from(tried.codeHash), Buffer.from(given))) return false;
  const { count } = await db.loginCode.updateMany({
    where: { id: tried.id, usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}
