import { HOLD_REASONS, type PayeeBlock } from '../domain/rules/hold-reasons.js';
import { payeeBlocks } from '../domain/rules/payee.js';
import type { Programme } from '../domain/schemas/programme.js';
import type { Tx } from './client.js';
import { placeHold } from './holds.js';
import type { CaseModel } from './generated/models.js';
import { caseAccount, type CaseAccount, isRegistered } from './payee.js';
import type { RegisteredAccount } from './registered-payees.js';

/**
 * 三(五) 直接拨付到户: the account of a helper, an official or an unrelated household, or of somebody else than the
 * subsidy is for, is put on hold until somebody has decided. What was decided for an account is not asked again.
 */
export async function blockDoubtfulPayee(tx: Tx, countyCode: string, payee: CaseAccount): Promise<void> {
  const { numberHash: subject } = payee.account;
  for (const reasonCode of await undecidedBlocks(tx, payee)) {
    const { zh: note } = HOLD_REASONS[reasonCode];
    await placeHold(tx, { kind: 'account', subject, countyCode, reasonCode, note, byId: null });
  }
}

/** What will stand in the way of the order that is to be made; what was decided for its account no longer does. */
export async function expectedBlocks(tx: Tx, row: CaseModel, programme: Programme): Promise<PayeeBlock[]> {
  const payee = await caseAccount(tx, row, programme);
  return payee ? await undecidedBlocks(tx, payee) : [];
}

async function undecidedBlocks(tx: Tx, payee: CaseAccount): Promise<PayeeBlock[]> {
  const blocks = await blocksOf(tx, payee);
  if (blocks.length === 0) return [];
  const { numberHash: subject } = payee.account;
  const rows = await tx.hold.findMany({
    where: { kind: 'account', subject, byId: null, liftedAt: { not: null } },
    select: { reasonCode: true },
  });
  const decided = new Set(rows.map(({ reasonCode }) => reasonCode));
  return blocks.filter((block) => !decided.has(block));
}

interface Whose {
  readonly ofHelper: boolean;
  readonly ofOfficial: boolean;
  readonly ofOtherHousehold: boolean;
}

async function blocksOf(tx: Tx, payee: CaseAccount): Promise<PayeeBlock[]> {
  const { numberHash } = payee.account;
  const whose = await whoseAccount(tx, numberHash, isRegistered(payee) ? ofNoHousehold(payee) : payee.account);
  if (isRegistered(payee))
    return payeeBlocks({ holder: { id: payee.payee.id, isPresent: true }, receiverId: payee.payee.id, ...whose });
  const {
    account: { member },
    receiverId,
  } = payee;
  return payeeBlocks({ holder: { id: member.id, isPresent: member.status === 'present' }, receiverId, ...whose });
}

/** Of the register of payees no household is its own; a private person may belong to one, too. */
const ofNoHousehold = ({ payee: { idNumberHash } }: RegisteredAccount) => ({
  ...{ householdId: '', member: { idNumberHash: idNumberHash ?? '' } },
});

async function whoseAccount(
  tx: Tx,
  numberHash: string,
  { householdId, member }: { readonly householdId: string; readonly member: { readonly idNumberHash: string } },
): Promise<Whose> {
  // Who belongs to both households, after a split or a marriage, has one account in both.
  const [whose] = await tx.$queryRaw<[Whose]>`
    SELECT EXISTS (SELECT 1 FROM "Helper" WHERE "accountHash" = ${numberHash}) AS "ofHelper",
      EXISTS (SELECT 1 FROM "Official" WHERE "accountHash" = ${numberHash}) AS "ofOfficial",
      EXISTS (SELECT 1 FROM "Account" a WHERE a."numberHash" = ${numberHash} AND a."householdId" <> ${householdId}
        AND NOT EXISTS (SELECT 1 FROM "Member" m WHERE m."householdId" = a."householdId"
          AND m."idNumberHash" = ${member.idNumberHash})) AS "ofOtherHousehold"`;
  return whose;
}
