import { countyOf } from '../domain/rules/county-of.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import type { CaseModel } from './generated/models.js';
import { headOf, householdKey } from './household.js';

/** Whose case it is: a household's, or a payee's. */
type Applicant = Pick<CaseModel, 'caseNo' | 'householdId' | 'payeeId'>;

/** A row about a case of a household. */
type OfHousehold<Row> = Row & { readonly householdId: string } & (Row extends { readonly household: infer H }
    ? { readonly household: NonNullable<H> }
    : unknown);

/** What is done in cases of households alone. @throws in a payee's own: nobody checks, publishes or visits it */
export function ofHousehold<Row extends { readonly householdId: string | null }>(row: Row): OfHousehold<Row> {
  if (row.householdId === null) throw new Error('The case is a payee’s own, of no household.');
  return row as OfHousehold<Row>;
}

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
