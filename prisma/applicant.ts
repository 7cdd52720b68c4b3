import { countyOf } from '../domain/rules/county-of.js';
import type { Application } from '../domain/schemas/application.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import type { CaseModel } from './generated/models.js';
import { headOf, householdKey } from './household.js';

/** Whose draft, case or entitlement it is: a household's, or a payee's. Of rows that are asked for, whose they are. */
export type Owner = Pick<CaseModel, 'householdId' | 'payeeId'>;
type Applicant = Owner & Pick<CaseModel, 'caseNo'>;

/** Whose rows are asked for: neither is left open, so that nothing of others is found. */
export const ownedBy = ({ householdId, payeeId }: Owner): Owner => ({ householdId, payeeId });

/** A row about a case of a household. */
type OfHousehold<Row> = Row & { readonly householdId: string } & (Row extends { readonly household: infer H }
    ? { readonly household: NonNullable<H> }
    : unknown);

/** What is done for households alone: their members, their homestead, their list in a bundle. @throws in a payee's own */
export function ofHousehold<Row extends { readonly householdId: string | null }>(row: Row): OfHousehold<Row> {
  if (row.householdId === null) throw new Error('It is a payee’s own, of no household.');
  return row as OfHousehold<Row>;
}

/** 代办: whoever files for a household needs its consent; who files for a collective is named by its members' decision. */
export const isByHelper = ({ helperId, payeeId }: Pick<CaseModel, 'helperId' | 'payeeId'>): boolean =>
  helperId !== null && payeeId === null;

/** Whose it is, as what a workflow begins with says it. */
export const applicantIn = ({ householdId, payeeId }: Owner): Pick<Application, 'householdId' | 'applicant'> => ({
  householdId: householdId ?? '',
  ...(payeeId !== null && { applicant: { payeeId } }),
});

/** The same, read back. */
export const ownerIn = ({ householdId, applicant }: Pick<Application, 'householdId' | 'applicant'>): Owner =>
  applicant ? { householdId: null, payeeId: applicant.payeeId } : { householdId, payeeId: null };

/** The village in which somebody applies: where the household lives, or the collective's own. */
export async function villageOf(tx: Tx, { householdId, payeeId }: Owner): Promise<string> {
  if (householdId === null) return (await tx.payee.findUniqueOrThrow({ where: { id: payeeId! } })).areaCode;
  return (await tx.household.findUniqueOrThrow({ where: { id: householdId } })).villageCode;
}

/** The key that what is written in a draft lies under: that of the case it becomes. */
export const draftKey = async (tx: Tx, keyring: Keyring, owner: Owner): Promise<Uint8Array> =>
  owner.householdId === null
    ? keyring.county(countyOf(await villageOf(tx, owner))).key
    : await householdKey(tx, keyring, owner.householdId);

/** The key that what is written in a case lies under: the household's own; in a payee's case, the county's. */
export const caseKey = async (
  tx: Tx,
  keyring: Keyring,
  { caseNo, householdId }: Omit<Applicant, 'payeeId'>,
): Promise<Uint8Array> =>
  householdId === null ? keyring.county(countyOf(caseNo)).key : await householdKey(tx, keyring, householdId);

/** Whose case it is by name: the head of the household, or the payee. */
export async function applicantName(tx: Tx, keyring: Keyring, { householdId, payeeId }: Applicant): Promise<string> {
  if (householdId !== null) return (await headOf(tx, keyring, householdId)).name;
  return (await tx.payee.findUniqueOrThrow({ where: { id: payeeId! } })).name;
}
