import { countyOf } from '../../domain/rules/county-of.js';
import { endOfNumber } from '../../domain/rules/masking.js';
import { payeeKindsOf, payingOf } from '../../domain/rules/payee.js';
import type { CollectiveQuery, PayeeName, PayeeNameQuery, PayeeQuery, PayeeView } from '../../domain/schemas/payee.js';
import type { Keyring } from '../../platform/keyring.js';
import { villageOf } from '../../prisma/applicant.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel, PayeeModel } from '../../prisma/generated/models.js';
import { payableCollectives } from '../../prisma/collectives.js';
import { openPayeeName, openRegistered } from '../../prisma/payee.js';
import { openColumn } from '../../prisma/sealed.js';
import type { HelperWho, OfficialWho } from '../who.js';
import { programmeOf } from './application-view.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { payeeName } from './payee-name.js';

const withAccounts = {
  accounts: { where: { state: { in: ['current', 'proposed'] } } },
} as const satisfies Prisma.PayeeInclude;
type Row = Prisma.PayeeGetPayload<{ include: typeof withAccounts }>;

/** The register of an official's county, the newest first. */
export async function payeePage(
  tx: Tx,
  keyring: Keyring,
  who: OfficialWho,
  { cursor, limit, kind, waiting }: PayeeQuery,
): Promise<Page<PayeeView>> {
  const rows = await tx.payee.findMany({
    where: {
      countyCode: { startsWith: who.areaCode.slice(0, 6) },
      ...(kind !== undefined && { kind }),
      ...(waiting !== undefined && { accounts: { some: { state: 'proposed' } } }),
      ...behind(positionOf(cursor), 'enteredAt', 'id'),
    },
    include: withAccounts,
    orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ enteredAt, id }) => ({ at: enteredAt, id }), await payeeViews(tx, keyring, rows));
}

export async function payeeView(tx: Tx, keyring: Keyring, id: string): Promise<PayeeView> {
  const row = await tx.payee.findUniqueOrThrow({ where: { id }, include: withAccounts });
  return (await payeeViews(tx, keyring, [row]))(row);
}

async function payeeViews(tx: Tx, keyring: Keyring, rows: readonly Row[]): Promise<(row: Row) => PayeeView> {
  const areas = await tx.area.findMany({ where: { code: { in: rows.map(({ areaCode }) => areaCode) } } });
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const person = await officialsBy(
    tx,
    rows.flatMap(({ accounts }) => accounts.map(({ enteredById }) => enteredById)),
  );
  const accountIn = (state: Row['accounts'][number]['state'], { accounts, ...payee }: Row): PayeeView['account'] => {
    const account = accounts.find((each) => each.state === state);
    if (!account) return null;
    const { id, bankName, enteredById, enteredAt } = account;
    const { account: number } = openRegistered(keyring, { account, payee });
    return { id, bankName, number, enteredBy: person(enteredById), enteredAt: enteredAt.toISOString() };
  };
  return (row) => ({
    ...{ ...payeeName(row), ...identityIn(keyring, row), programmes: row.programmes },
    area: { code: row.areaCode, name: names.get(row.areaCode) ?? row.areaCode },
    ...{ account: accountIn('current', row), waiting: accountIn('proposed', row) },
    ...{ enteredAt: row.enteredAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null },
  });
}

/** By whom it is known: of a private person the whole name, to hold against the account, and the end of the ID number. */
function identityIn(keyring: Keyring, row: PayeeModel): Pick<PayeeView, 'name' | 'creditCode' | 'idNumber'> {
  const { creditCode, idNumberSealed, countyCode } = row;
  const { key } = keyring.county(countyCode);
  const idNumber = idNumberSealed && endOfNumber(openColumn(key, 'payeeIdNumber', idNumberSealed));
  return { name: openPayeeName(keyring, row), creditCode, idNumber };
}

/** Those whom an application may name to be paid: as `fitsCase` says it of one. */
export async function nameable(tx: Tx, draft: ApplicationDraftModel): Promise<Prisma.PayeeWhereInput> {
  const submitted = await tx.case.findUnique({ where: { applicationId: draft.id }, select: { rentMonths: true } });
  const programme = payingOf(await programmeOf(tx, draft), submitted?.rentMonths ?? null);
  const villageCode = await villageOf(tx, draft);
  const countyCode = countyOf(villageCode);
  return {
    ...{ countyCode, kind: { in: payeeKindsOf(programme) }, areaCode: { in: [villageCode, countyCode] } },
    OR: [{ programmes: { isEmpty: true } }, { programmes: { has: programme.code } }],
    ...{ closedAt: null, accounts: { some: { state: 'current' } } },
  };
}

/** Whom an application may name to be paid, by name and kind. */
export async function payeesOfApplication(
  tx: Tx,
  draft: ApplicationDraftModel,
  page: PayeeNameQuery,
): Promise<Page<PayeeName>> {
  return await namesOf(tx, await nameable(tx, draft), page);
}

/** 村集体: of a helper's village, who can apply for a programme itself. */
export async function collectivePage(
  tx: Tx,
  { areaCode }: HelperWho,
  { programme: programmeCode, ...page }: CollectiveQuery,
): Promise<Page<PayeeName>> {
  return await namesOf(tx, payableCollectives({ countyCode: countyOf(areaCode), areaCode, programmeCode }), page);
}

async function namesOf(
  tx: Tx,
  which: Prisma.PayeeWhereInput,
  { cursor, limit }: PayeeNameQuery,
): Promise<Page<PayeeName>> {
  const rows = await tx.payee.findMany({
    where: { ...which, id: { gt: positionOf(cursor)?.id ?? '' } },
    orderBy: { id: 'asc' },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ id }) => ({ at: null, id }), payeeName);
}
