import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { enqueue } from './outbox.js';
import { openColumn } from './sealed.js';

interface Said {
  readonly caseNo: string;
  /** What it follows from: told once. */
  readonly key: string;
  readonly text: string;
}

/** Writes to the household of a case, where it has a phone; in the transaction it follows from. */
export async function tellHousehold(tx: Tx, keyring: Keyring, { caseNo, key, text }: Said): Promise<void> {
  const { countyCode, household } = await tx.case.findUniqueOrThrow({
    where: { caseNo },
    include: { household: true },
  });
  if (!household?.phoneSealed) return;
  const { id: householdId, phoneSealed, wrappedKey } = household;
  await enqueue(tx, keyring, {
    ...{ dedupeKey: key, channel: 'sms', countyCode, householdId, text, subject: `【直报】${caseNo}` },
    to: openColumn(keyring.unwrap(wrappedKey), 'householdPhone', phoneSealed),
  });
}
