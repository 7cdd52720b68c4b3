import { z } from 'zod';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import type { Channel } from './generated/enums.js';
import { openColumn, sealColumn } from './sealed.js';

const MessageContent = z.strictObject({ to: z.string(), subject: z.string(), text: z.string() });
/** A message as its reader gets it; `to` is a phone number or a mail address. */
export type MessageContent = z.infer<typeof MessageContent>;

interface NewMessage extends MessageContent {
  /** What it follows from: the same twice is one message. */
  readonly dedupeKey: string;
  readonly channel: Channel;
  readonly countyCode: string;
  /** Of a message to a household. */
  readonly householdId?: string;
}

/** Writes a message in the transaction it follows from; the worker sends it. */
export async function enqueue(tx: Tx, keyring: Keyring, message: NewMessage): Promise<void> {
  const { dedupeKey, channel, countyCode, householdId = null, to, subject, text } = message;
  const { key } = keyring.county(countyCode);
  const contentSealed = sealColumn(key, 'outboxContent', JSON.stringify({ to, subject, text }));
  const data = { dedupeKey, channel, countyCode, householdId, contentSealed };
  await tx.outboxMessage.createMany({ data, skipDuplicates: true });
}

/** The content of a message that is to be sent or shown. */
export function openMessage(keyring: Keyring, row: { countyCode: string; contentSealed: Uint8Array }): MessageContent {
  const { key } = keyring.county(row.countyCode);
  return MessageContent.parse(JSON.parse(openColumn(key, 'outboxContent', row.contentSealed)));
}
