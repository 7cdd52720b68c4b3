import { HOLD_REASONS, type PayeeBlock } from '../domain/rules/hold-reasons.js';
import { payeeBlocks } from '../domain/rules/payee.js';
import type { Tx } from './client.js';
import type { AccountModel, MemberModel } from './generated/models.js';
import { placeHold } from './holds.js';
import { payeeAccount, type Receiver } from './payee.js';

interface ToPay {
  readonly householdId: string;
  readonly countyCode: string;
  readonly receiver: Receiver;
}

/**
 * 三(五) 直接拨付到户: the account of a helper, an official or an unrelated household, or of somebody else than the
 * subsidy is for, is put on hold until somebody has decided. What was decided for an account is not asked again.
 */
export async function blockDoubtfulPayee(tx: Tx, toPay: ToPay): Promise<void> {
  const { householdId, countyCode, receiver } = toPay;
  const chosen = await payeeAccount(tx, householdId, receiver);
  if (!chosen) return;
  const { numberHash: subject } = chosen.account;
  const decided = await decidedBlocks(tx, subject);
  for (const reasonCode of await blocksOf(tx, chosen)) {
    if (decided.has(reasonCode)) continue;
    const { zh: note } = HOLD_REASONS[reasonCode];
    await placeHold(tx, { kind: 'account', subject, countyCode, reasonCode, note, byId: null });
  }
}

/** What will stand in the way of the order that is to be made; what was decided for its account no longer does. */
export async function expectedBlocks(tx: Tx, householdId: string, receiver: Receiver): Promise<PayeeBlock[]> {
  const chosen = await payeeAccount(tx, householdId, receiver);
  if (!chosen) return [];
  const decided = await decidedBlocks(tx, chosen.account.numberHash);
  return (await blocksOf(tx, chosen)).filter((block) => !decided.has(block));
}

async function decidedBlocks(tx: Tx, subject: string): Promise<Set<string>> {
  const where = { kind: 'account', subject, byId: null, liftedAt: { not: null } } as const;
  const rows = await tx.hold.findMany({ where, select: { reasonCode: true } });
  return new Set(rows.map(({ reasonCode }) => reasonCode));
}

interface Chosen {
  readonly account: AccountModel & { readonly member: MemberModel };
  readonly receiverId: string;
}

async function blocksOf(tx: Tx, { account, receiverId }: Chosen): Promise<PayeeBlock[]> {
  const { numberHash, householdId, member } = account;
  const ofOthers = await tx.account.count({
    where: {
      ...{ numberHash, householdId: { not: householdId } },
      // Who belongs to both households, after a split or a marriage, has one account in both.
      household: { members: { none: { idNumberHash: member.idNumberHash } } },
    },
  });
  return payeeBlocks({
    ...{ holder: { id: member.id, isPresent: member.status === 'present' }, receiverId },
    ofHelper: (await tx.helper.count({ where: { accountHash: numberHash } })) > 0,
    ofOfficial: (await tx.official.count({ where: { accountHash: numberHash } })) > 0,
    ofOtherHousehold: ofOthers > 0,
  });
}
