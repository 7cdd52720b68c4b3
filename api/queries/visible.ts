import { type Owner, villageOf } from '../../prisma/applicant.js';
import type { Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel, CaseModel } from '../../prisma/generated/models.js';
import { found, Refused } from '../problem.js';
import type { ApplicantWho, HelperWho, OfficialWho, Who } from '../who.js';

/** @throws Refused OUT_OF_AREA: an official acts and sees within his own area only */
export function withinArea(who: Pick<OfficialWho, 'areaCode'>, areaCode: string): void {
  if (!areaCode.startsWith(who.areaCode)) throw new Refused('OUT_OF_AREA');
}

/** Of drafts or cases those a helper goes on with: what he filed, and what was filed for a collective of his village. */
export const helpedBy = ({ id, areaCode }: HelperWho) => ({
  OR: [{ helperId: id }, { helperId: { not: null }, payee: { areaCode } }],
});

/** Whether an applicant has to do with it: his own household's, or what he helps with. */
async function isOwn(tx: Tx, who: ApplicantWho, row: Owner & { readonly helperId: string | null }): Promise<boolean> {
  if (who.kind === 'household') return row.householdId === who.id;
  if (row.helperId === who.id) return true;
  return row.payeeId !== null && row.helperId !== null && (await villageOf(tx, row)) === who.areaCode;
}

/** A case that this person may see. @throws Refused NOT_FOUND (another household's, too), OUT_OF_AREA */
export async function visibleCase(tx: Tx, who: Who, caseNo: string): Promise<CaseModel> {
  const row = found(await tx.case.findUnique({ where: { caseNo } }));
  if (who.kind === 'official') withinArea(who, row.areaCode);
  else if (!(await isOwn(tx, who, row))) throw new Refused('NOT_FOUND');
  return row;
}

/** Where the bundle is filed that a draft stands in. @throws Refused NOT_FOUND: nobody else's drafts are for officials */
async function filedFrom(tx: Tx, applicationId: string): Promise<string> {
  const row = await tx.bundleRow.findUnique({ where: { applicationId }, include: { bundle: true } });
  return found(row).bundle.areaCode;
}

/** An application that this person may see; officials, once it is submitted, or while it is in a bundle of theirs. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleApplication(tx: Tx, who: Who, id: string): Promise<ApplicationDraftModel> {
  const row = found(await tx.applicationDraft.findUnique({ where: { id } }));
  if (who.kind === 'official' && row.caseNo === null) withinArea(who, await filedFrom(tx, id));
  else if (who.kind === 'official') await visibleCase(tx, who, found(row.caseNo));
  else if (!(await isOwn(tx, who, row))) throw new Refused('NOT_FOUND');
  return row;
}
