import { ofHousehold } from '../../prisma/applicant.js';
import { needsConsent, payeeKindsOf } from '../../domain/rules/payee.js';
import type { PayeeConsent } from '../../domain/schemas/payee.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { uuidFor } from '../../platform/digest.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { CaseModel, PayeeModel } from '../../prisma/generated/models.js';
import { isFor } from '../../prisma/registered-payees.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import type { ApplicantWho, OfficialWho } from '../who.js';
import { ownCase } from './household-step.js';
import { mustBeNoKin } from './no-kin.js';
import type { Deps } from '../deps.js';

/**
 * An official says whom a case pays, where nobody has to agree. Repeated, it is one choice.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, NOT_AWAITED for a case that has ended, PAYEE_UNFIT
 */
export async function choosePayee(
  db: Db,
  who: OfficialWho,
  caseNo: string,
  actId: string,
  payeeId: string,
): Promise<PayeeModel> {
  return await db.$transaction(async (tx) => {
    const row = await visibleCase(tx, who, caseNo);
    await mustBeNoKin(tx, who, row.householdId);
    const programme = await programmeVersion(tx, row.programmeDigest);
    // Who pays period after period is chosen for all that are to come.
    if (!row.running && programme.workflow !== 'entitlement') throw new Refused('NOT_AWAITED');
    const payee = await payable(tx, row, programme, payeeId);
    if (needsConsent(programme, payee.kind)) throw new Refused('PAYEE_UNFIT');
    await choose(tx, actId, { caseNo, payeeId, chosenById: who.id, byHousehold: false });
    return payee;
  });
}

/**
 * 经农户同意: the household agrees that its money goes to somebody, with the agreement that it has signed with him; or it
 * takes that back, where it may be paid itself.
 *
 * @throws Refused NOT_FOUND, NOT_AWAITED, CONSENT_MISSING, PAPERS_MISSING, PAYEE_UNFIT
 */
export async function consentToPayee(
  deps: Deps,
  who: ApplicantWho,
  applicationId: string,
  actId: string,
  { payeeId, agreementId }: PayeeConsent,
): Promise<void> {
  const row = await ownCase(deps, who, applicationId);
  await deps.db.$transaction(async (tx) => {
    const programme = await programmeVersion(tx, row.programmeDigest);
    if (!row.running || payeeKindsOf(programme).length === 0) throw new Refused('NOT_AWAITED');
    const papers = await tx.paper.findMany({ where: { applicationId }, select: { id: true, kind: true } });
    if (who.kind === 'helper' && !papers.some(({ kind }) => kind === 'consent')) throw new Refused('CONSENT_MISSING');
    const choice = { caseNo: row.caseNo, chosenById: who.id, byHousehold: true };
    if (payeeId === null) {
      if (!programme.orPayTo) throw new Refused('PAYEE_UNFIT');
      return await choose(tx, actId, { ...choice, payeeId });
    }
    await payable(tx, row, programme, payeeId);
    const agreement = papers.find(({ id, kind }) => kind === 'payeeAgreement' && id === agreementId);
    if (!agreement) throw new Refused('PAPERS_MISSING', { errors: [AGREEMENT_MISSING] });
    await choose(tx, actId, { ...choice, payeeId, agreementId: agreement.id });
  });
}

const AGREEMENT_MISSING = {
  field: 'agreementId',
  zh: '请先上传与收款单位签订的协议（payeeAgreement）',
  en: 'First upload the agreement with whoever is to be paid (payeeAgreement)',
};

/** What a submitted application says of whom it pays. @throws Refused PAYEE_UNFIT */
export async function chooseAtSubmission(tx: Tx, row: CaseModel, programme: Programme, payeeId: string): Promise<void> {
  await payable(tx, row, programme, payeeId);
  const agreement = await tx.paper.findFirst({
    where: { applicationId: row.applicationId, kind: 'payeeAgreement' },
    orderBy: { uploadedAt: 'desc' },
  });
  await choose(tx, row.applicationId, {
    ...{ caseNo: row.caseNo, payeeId, agreementId: agreement?.id ?? null },
    ...{ chosenById: row.helperId ?? ofHousehold(row).householdId, byHousehold: true },
  });
}

/** @throws Refused PAYEE_UNFIT for one that this case can't pay */
async function payable(tx: Tx, row: CaseModel, programme: Programme, payeeId: string): Promise<PayeeModel> {
  const payee = await tx.payee.findFirst({
    where: { id: payeeId, closedAt: null, accounts: { some: { state: 'current' } } },
  });
  if (!payee || !isFor(payee, { ...row, programme })) throw new Refused('PAYEE_UNFIT');
  return payee;
}

interface Choice {
  readonly caseNo: string;
  readonly payeeId: string | null;
  readonly agreementId?: string | null;
  readonly chosenById: string;
  readonly byHousehold: boolean;
}

const choose = async (tx: Tx, actId: string, choice: Choice): Promise<void> => {
  await tx.payeeChoice.createMany({ data: { id: uuidFor(actId, 'payee'), ...choice }, skipDuplicates: true });
};
