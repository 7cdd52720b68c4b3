import { countyOf } from '../../domain/rules/county-of.js';
import { maskName } from '../../domain/rules/masking.js';
import type { NewPayee, NewPayeeAccount, PayeeSignature } from '../../domain/schemas/payee.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import { isOfHelperOrOfficial } from '../../prisma/account-hash.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { PayeeModel } from '../../prisma/generated/models.js';
import { logPayee } from '../../prisma/payee-digests.js';
import { sealColumn } from '../../prisma/sealed.js';
import { found, invalid, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { signDecided, signEntered } from './sign-accounts.js';
import { signingAs } from './sign-rows.js';

interface Where {
  readonly db: Db;
  readonly keyring: Keyring;
}

const NOT_ITS_OWN = {
  field: 'number',
  zh: '收款账户须为该单位的账户，不能是代办人或工作人员的账户',
  en: 'The account must be the payee’s own, not a helper’s or an official’s',
};

/**
 * 收款单位: enters somebody who may be paid in place of a household; the account waits for its second signature. Repeated,
 * the act finds it. Answers its ID.
 *
 * @throws Refused OUT_OF_AREA, NOT_FOUND for an area that is not there, PAYEE_KNOWN, INVALID_INPUT
 */
export async function enterPayee(
  { db, keyring }: Where,
  who: OfficialWho,
  actId: string,
  { area: areaCode, bankName, number, ...said }: NewPayee,
): Promise<string> {
  withinArea(who, areaCode);
  const id = uuidFor(actId, 'payee');
  const countyCode = countyOf(areaCode);
  return await db.$transaction(async (tx) => {
    found(await tx.area.findUnique({ where: { code: areaCode } }));
    const { kind, programmes } = said;
    const identity = identityOf(keyring, countyCode, said);
    const entry = { ...identity, kind, programmes, id, areaCode, countyCode, enteredById: who.id };
    const { count } = await tx.payee.createMany({ data: entry, skipDuplicates: true });
    const known = await tx.payee.findUnique({ where: { id } });
    if (!known) throw new Refused('PAYEE_KNOWN');
    if (count > 0) await propose(tx, keyring, known, { bankName, number }, who);
    return id;
  });
}

/** 出租人为自然人: name and ID number are sealed under the county's key, found again by a keyed hash. */
function identityOf(
  keyring: Keyring,
  countyCode: string,
  { name, creditCode, idNumber }: Pick<NewPayee, 'name' | 'creditCode' | 'idNumber'>,
) {
  if (idNumber === undefined) return { name, creditCode: creditCode! };
  const { key } = keyring.county(countyCode);
  return {
    ...{ name: maskName(name), nameSealed: sealColumn(key, 'payeeName', name) },
    ...{
      idNumberSealed: sealColumn(key, 'payeeIdNumber', idNumber),
      idNumberHash: keyring.lookup('idNumber', idNumber),
    },
  };
}

/** Another account. @throws Refused NOT_FOUND, OUT_OF_AREA, PAYEE_UNFIT for one that is closed, PAYEE_WAITS, INVALID_INPUT */
export async function changePayeeAccount(
  { db, keyring }: Where,
  who: OfficialWho,
  id: string,
  account: NewPayeeAccount,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const payee = await lockedPayee(tx, who, id);
    if (payee.closedAt) throw new Refused('PAYEE_UNFIT');
    const waiting = await tx.payeeAccount.findFirst({ where: { payeeId: id, state: 'proposed' } });
    const numberHash = keyring.lookup('account', account.number);
    if (waiting?.numberHash === numberHash && waiting.enteredById === who.id) return;
    if (waiting) throw new Refused('PAYEE_WAITS');
    await propose(tx, keyring, payee, account, who);
  });
}

/**
 * The second signature: the account takes the place of the one before. Repeated, it finds it so.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, ALREADY_SIGNED, PROPOSAL_CHANGED
 */
export async function signPayeeAccount(
  { db, keyring }: Where,
  who: OfficialWho,
  id: string,
  { accountId, agrees }: PayeeSignature,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockedPayee(tx, who, id);
    const account = found(await tx.payeeAccount.findFirst({ where: { id: accountId, payeeId: id } }));
    const state = agrees ? 'current' : 'refused';
    if (account.state === state && account.decidedById === who.id) return;
    if (account.state !== 'proposed') throw new Refused('PROPOSAL_CHANGED');
    if (account.enteredById === who.id) throw new Refused('ALREADY_SIGNED');
    if (agrees)
      await tx.payeeAccount.updateMany({ where: { payeeId: id, state: 'current' }, data: { state: 'replaced' } });
    const data = { state, decidedById: who.id, decidedAt: new Date() } as const;
    await tx.payeeAccount.update({ where: { id: accountId }, data });
    await signDecided(tx, keyring, accountId, signingAs(who, 'paymentReviewer'));
    await logPayee(tx, id);
  });
}

/** Nothing more is ordered to it; what is with the bank goes its way. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function closePayee(db: Db, who: OfficialWho, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockedPayee(tx, who, id);
    const data = { closedAt: new Date(), closedById: who.id };
    const { count } = await tx.payee.updateMany({ where: { id, closedAt: null }, data });
    if (count > 0) await logPayee(tx, id);
  });
}

async function lockedPayee(tx: Tx, who: OfficialWho, id: string): Promise<PayeeModel> {
  await tx.$queryRaw`SELECT 1 FROM "Payee" WHERE "id" = ${id} FOR NO KEY UPDATE`;
  const payee = found(await tx.payee.findUnique({ where: { id } }));
  withinArea(who, payee.areaCode);
  return payee;
}

/** @throws Refused INVALID_INPUT for an account that is a helper's or an official's */
async function propose(
  tx: Tx,
  keyring: Keyring,
  { id: payeeId, countyCode }: PayeeModel,
  { bankName, number }: NewPayeeAccount,
  who: OfficialWho,
): Promise<void> {
  const numberHash = keyring.lookup('account', number);
  if (await isOfHelperOrOfficial(tx, numberHash)) throw invalid([NOT_ITS_OWN]);
  const numberSealed = sealColumn(keyring.county(countyCode).key, 'payeeAccountNumber', number);
  const entry = { payeeId, bankName, numberSealed, numberHash, enteredById: who.id };
  const { id } = await tx.payeeAccount.create({ data: entry });
  await signEntered(tx, keyring, id, signingAs(who, 'paymentMaker'));
  await logPayee(tx, payeeId);
}
