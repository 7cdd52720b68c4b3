import { collectiveIneligibility } from '../domain/rules/eligibility.js';
import type { DeskFindingCode } from '../domain/rules/desk-findings.js';
import type { Programme } from '../domain/schemas/programme.js';
import { isOfHelperOrOfficial } from '../prisma/account-hash.js';
import type { Db } from '../prisma/client.js';
import type { CaseModel } from '../prisma/generated/models.js';
import { registeredAccounts } from '../prisma/registered-payees.js';
import { entitled, means, record, request } from './applicant-check.js';
import { type Finding, onlyFound } from './checked-case.js';

/** 扶贫办初核 of what a village collective applies for itself: it has neither members nor kin, but a village and an account. */
export async function collectiveFindings(db: Db, row: CaseModel, programme: Programme): Promise<DeskFindingCode[]> {
  const village = await db.area.findUnique({ where: { code: row.areaCode }, select: { villageType: true } });
  return onlyFound([
    ...collectiveIneligibility(programme.eligible, village?.villageType ?? null),
    ...request(row, programme),
    ...(await account(db, row, programme)),
    ...(await means(db, row, programme)),
    ...(await entitled(db, row)),
    ...(await record(db, row, programme)),
  ]);
}

/** Its own account in the register of payees, which two officials have signed; nobody else's. */
async function account(db: Db, row: CaseModel, programme: Programme): Promise<Finding[]> {
  const own = (await registeredAccounts(db, [{ ...row, programme }])).get(row.caseNo);
  if (!own) return ['NO_ACCOUNT'];
  const { numberHash } = own.account;
  const shared = await db.account.count({ where: { numberHash, current: true } });
  return [
    shared > 0 && 'ACCOUNT_SHARED',
    (await isOfHelperOrOfficial(db, numberHash)) && 'ACCOUNT_OF_HELPER_OR_OFFICIAL',
  ];
}
