import { openMessage } from '../../../prisma/outbox.js';
import { DEMONSTRATION_PASSWORD } from '../../../prisma/seed/officials.js';
import { openColumn } from '../../../prisma/sealed.js';
import type { ApiAlone } from './api.js';
import type { Visitor } from './visitor.js';

type Where = Pick<ApiAlone, 'db' | 'keyring' | 'visitor'>;

/** The one-time code that was last sent to a phone. */
export async function codeSentTo({ db, keyring }: Where, phone: string): Promise<string> {
  const messages = await db.outboxMessage.findMany({ where: { channel: 'sms' }, orderBy: { createdAt: 'desc' } });
  for (const row of messages) {
    const { to, text } = openMessage(keyring, row);
    const code = /验证码(\d{6})/.exec(text)?.[1];
    if (to === phone && code !== undefined) return code;
  }
  throw new Error('No code was sent to this phone.');
}

/** Somebody signed in by phone and one-time code. */
export async function signedInByPhone(where: Where, phone: string): Promise<Visitor> {
  const visitor = where.visitor();
  await visitor.post('/api/session/code', { phone });
  const { status } = await visitor.post('/api/session/household', { phone, code: await codeSentTo(where, phone) });
  if (status !== 200) throw new Error(`Signing in by phone was answered with ${status}.`);
  return visitor;
}

/** An official of the demonstration, signed in. */
export async function official({ visitor }: Where, login: string): Promise<Visitor> {
  const somebody = visitor();
  const { status } = await somebody.post('/api/session/official', { login, password: DEMONSTRATION_PASSWORD });
  if (status !== 200) throw new Error(`Signing in as ${login} was answered with ${status}.`);
  return somebody;
}

/** The phone of a household of the register. */
export async function phoneOf({ db, keyring }: Where, householdId: string): Promise<string> {
  const { phoneSealed, wrappedKey } = await db.household.findUniqueOrThrow({ where: { id: householdId } });
  return openColumn(keyring.unwrap(wrappedKey), 'householdPhone', phoneSealed!);
}

/** A household, signed in. */
export const household = async (where: Where, householdId: string): Promise<Visitor> =>
  signedInByPhone(where, await phoneOf(where, householdId));
