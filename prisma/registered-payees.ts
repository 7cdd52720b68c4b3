import { fitsCase, isOfRegister, needsConsent, payeeKindsOf, payingOf } from '../domain/rules/payee.js';
import type { Programme } from '../domain/schemas/programme.js';
import type { Prisma, Tx } from './client.js';
import type { CaseModel, PayeeAccountModel, PayeeModel } from './generated/models.js';

/** An account of the register of payees, and whose it is. */
export interface RegisteredAccount {
  readonly account: PayeeAccountModel;
  readonly payee: PayeeModel;
}

/** The same of a row that was read with its payee. */
export const asRegistered = ({
  payee,
  ...account
}: PayeeAccountModel & { readonly payee: PayeeModel }): RegisteredAccount => ({ account, payee });

/** What of a case says whom it pays. */
export interface PayingCase extends Pick<
  CaseModel,
  'caseNo' | 'countyCode' | 'areaCode' | 'entitlementNo' | 'payeeId' | 'rentMonths'
> {
  readonly programme: Programme;
}

/**
 * The account of the register that each of these cases would pay to now: of whom was chosen for it, or for the
 * entitlement that it pays; else of the only one that it can be. A payee's own case pays it. Nothing for a case that pays
 * its household.
 */
export async function registeredAccounts(tx: Tx, rows: readonly PayingCase[]): Promise<Map<string, RegisteredAccount>> {
  const cases = rows.map((row) => ({ ...row, programme: payingOf(row.programme, row.rentMonths) }));
  const asking = cases.filter(({ programme, payeeId }) => payeeId === null && payeeKindsOf(programme).length > 0);
  const own = await ownAccounts(tx, cases);
  if (asking.length === 0) return own;
  const chosen = await choicesOf(tx, asking);
  const open = await accountsInForce(tx, asking);
  const found = asking.flatMap((row): [string, RegisteredAccount][] => {
    const fitting = open.filter(({ payee }) => isFor(payee, row));
    const choice = chosen.get(row.caseNo) ?? chosen.get(row.entitlementNo ?? '');
    const account = choice ? fitting.find(({ payee }) => payee.id === choice.payeeId) : theOnlyOne(fitting, row);
    return account ? [[row.caseNo, account]] : [];
  });
  return new Map([...own, ...found]);
}

/** 村集体份额: of cases that are a payee's own. */
async function ownAccounts(tx: Tx, cases: readonly PayingCase[]): Promise<Map<string, RegisteredAccount>> {
  const owners = cases.flatMap(({ payeeId }) => payeeId ?? []);
  if (owners.length === 0) return new Map();
  const accounts = await inForce(tx, { id: { in: owners } });
  const of = (row: PayingCase) => accounts.find(({ payee }) => payee.id === row.payeeId);
  return new Map(
    cases.flatMap((row): [string, RegisteredAccount][] => {
      const account = of(row);
      return account ? [[row.caseNo, account]] : [];
    }),
  );
}

/** Whether somebody of the register may be paid by a case. */
export const isFor = (
  payee: PayeeModel,
  { countyCode, areaCode, programme }: Pick<PayingCase, 'countyCode' | 'areaCode' | 'programme'>,
): boolean => payee.countyCode === countyCode && fitsCase(payee, programme, areaCode);

/** The last choice for each case, and for what it pays. */
async function choicesOf(tx: Tx, cases: readonly PayingCase[]) {
  const caseNos = cases.flatMap(({ caseNo, entitlementNo }) => [caseNo, entitlementNo ?? []].flat());
  const rows = await tx.payeeChoice.findMany({
    where: { caseNo: { in: caseNos } },
    distinct: ['caseNo'],
    orderBy: [{ caseNo: 'asc' }, { chosenAt: 'desc' }, { no: 'desc' }],
  });
  return new Map(rows.map((row) => [row.caseNo, row]));
}

async function accountsInForce(tx: Tx, cases: readonly PayingCase[]): Promise<RegisteredAccount[]> {
  const kinds = [...new Set(cases.flatMap(({ programme }) => payeeKindsOf(programme)))];
  const counties = [...new Set(cases.map(({ countyCode }) => countyCode))];
  return await inForce(tx, { countyCode: { in: counties }, kind: { in: kinds } });
}

/** Accounts in force of payees that are not closed. */
async function inForce(tx: Tx, payee: Prisma.PayeeWhereInput): Promise<RegisteredAccount[]> {
  const rows = await tx.payeeAccount.findMany({
    where: { state: 'current', payee: { ...payee, closedAt: null } },
    include: { payee: true },
  });
  return rows.map(asRegistered);
}

/** Where nobody has to agree and there is one, nobody has to choose. */
function theOnlyOne(fitting: readonly RegisteredAccount[], { programme }: PayingCase): RegisteredAccount | undefined {
  const { payTo = 'head' } = programme;
  if (!isOfRegister(payTo) || needsConsent(programme, payTo)) return undefined;
  const [one, ...others] = fitting.filter(({ payee }) => payee.kind === payTo);
  return others.length === 0 ? one : undefined;
}

/**
 * The account of whom a case had chosen, though it is no longer in force: what is ordered to it does not leave, and is
 * ordered anew.
 */
export async function lastRegisteredAccount(
  tx: Tx,
  { caseNo, countyCode, entitlementNo, payeeId, programme, rentMonths }: PayingCase,
): Promise<RegisteredAccount | undefined> {
  const choice = await tx.payeeChoice.findFirst({
    where: { caseNo: { in: [caseNo, entitlementNo ?? caseNo] }, payeeId: { not: null } },
    orderBy: [{ chosenAt: 'desc' }, { no: 'desc' }],
  });
  const id = payeeId ?? choice?.payeeId;
  const payee = id ? { id } : { countyCode, kind: { in: payeeKindsOf(payingOf(programme, rentMonths)) } };
  const row = await tx.payeeAccount.findFirst({
    where: { payee, state: { in: ['current', 'replaced'] } },
    include: { payee: true },
    orderBy: { enteredAt: 'desc' },
  });
  return row ? asRegistered(row) : undefined;
}
