import type { AccountStep } from '../../domain/schemas/household-step.js';
import { isOfHelperOrOfficial } from '../../prisma/account-hash.js';
import type { Tx } from '../../prisma/client.js';
import { householdKey } from '../../prisma/household.js';
import { sealColumn } from '../../prisma/sealed.js';
import type { Deps } from '../deps.js';
import { invalid } from '../problem.js';

type NewAccount = Extract<AccountStep, { memberId: string }>;

const NOT_A_MEMBER = { field: 'memberId', zh: '请选择本户在册成员', en: 'Choose a member of the household' };
const NOT_THEIRS = {
  field: 'number',
  zh: '收款账户须为本户成员本人账户，不能是代办人或工作人员的账户',
  en: 'The account must be a member’s own, not a helper’s or an official’s',
};

/**
 * Another account of a present member takes the place of the current one; the same again changes nothing.
 * @throws Refused INVALID_INPUT for an account that is not the household's own
 */
export async function changeAccount({ db, keyring }: Deps, householdId: string, account: NewAccount): Promise<void> {
  const { memberId, bankName, number } = account;
  const numberHash = keyring.lookup('account', number);
  const key = await householdKey(db, keyring, householdId);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Household" WHERE "id" = ${householdId} FOR UPDATE`;
    await mustBeOwn(tx, householdId, memberId, numberHash);
    const current = await tx.account.findFirst({ where: { householdId, current: true } });
    if (current?.numberHash === numberHash && current.memberId === memberId && current.bankName === bankName) return;
    await tx.account.updateMany({ where: { householdId, current: true }, data: { current: false } });
    const numberSealed = sealColumn(key, 'accountNumber', number);
    await tx.account.create({ data: { householdId, memberId, bankName, numberSealed, numberHash } });
  });
}

async function mustBeOwn(tx: Tx, householdId: string, memberId: string, numberHash: string): Promise<void> {
  const member = await tx.member.findFirst({ where: { id: memberId, householdId, status: 'present' } });
  if (!member) throw invalid([NOT_A_MEMBER]);
  if (await isOfHelperOrOfficial(tx, numberHash)) throw invalid([NOT_THEIRS]);
}
