import { needsConsent, payeeKindsOf, payingOf } from '../../domain/rules/payee.js';
import { openStrand } from '../../domain/rules/open-strand.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Application } from '../../domain/schemas/application.js';
import type { PayeeConsent } from '../../domain/schemas/payee.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel, PayeeModel } from '../../prisma/generated/models.js';
import { logChoice } from '../../prisma/payee-choices.js';
import { isFor } from '../../prisma/registered-payees.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import { actorAt, type ApplicantWho, type OfficialWho } from '../who.js';
import { actInCase } from './act-in-case.js';
import { ownCase } from './household-step.js';
import { mustBeNoKin } from './no-kin.js';
import type { Deps } from '../deps.js';

/**
 * An official says whom a case pays, where nobody has to agree: an act in its history. Of an entitlement that is granted
 * no workflow runs; it is logged. Repeated, it is one choice.
 *
 * @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, NOT_AWAITED for a case that has ended, PAYEE_UNFIT, with the case's code
 */
export async function choosePayee(
  deps: Deps,
  who: OfficialWho,
  caseNo: string,
  actId: string,
  payeeId: string,
): Promise<PayeeModel> {
  const { db } = deps;
  const row = await visibleCase(db, who, caseNo);
  await mustBeNoKin(db, who, row.householdId);
  const programme = payingOf(await programmeVersion(db, row.programmeDigest), row.rentMonths);
  // Who pays period after period is chosen for all that are to come.
  if (!row.running && programme.workflow !== 'entitlement') throw new Refused('NOT_AWAITED');
  const payee = await payable(db, row, programme, payeeId);
  if (needsConsent(programme, payee.kind)) throw new Refused('PAYEE_UNFIT');
  if (!row.running) await db.$transaction((tx) => logChoice(tx, caseNo, actId, payeeId, who.id));
  else {
    const by = actorAt(who, 'payeeChoice', row.areaCode);
    const act: Act = { stage: 'payeeChoice', verdict: 'choosePayee', by, subject: payeeId };
    await actInCase(deps, { caseNo, strand: openStrand(row), actId, act });
  }
  return payee;
}

/**
 * 经农户同意: the household agrees that its money goes to somebody, with the agreement that it has signed with him; or it
 * takes that back, where it may be paid itself. An act in the case's history.
 *
 * @throws Refused NOT_FOUND, NOT_AWAITED, CONSENT_MISSING, PAPERS_MISSING, PAYEE_UNFIT, with the case's code
 */
export async function consentToPayee(
  deps: Deps,
  who: ApplicantWho,
  applicationId: string,
  actId: string,
  consent: PayeeConsent,
): Promise<void> {
  const row = await ownCase(deps, who, applicationId);
  const said = await agreed(deps.db, who, row, consent);
  const act: Act = { stage: 'payeeConsent', by: actorAt(who, 'payeeConsent'), ...said };
  await actInCase(deps, { caseNo: row.caseNo, strand: openStrand(row), actId, act });
}

/** What the household says. @throws Refused NOT_AWAITED, CONSENT_MISSING, PAPERS_MISSING, PAYEE_UNFIT */
async function agreed(
  tx: Tx,
  who: ApplicantWho,
  row: CaseModel,
  { payeeId, agreementId }: PayeeConsent,
): Promise<Pick<Act, 'verdict' | 'subject' | 'papers'>> {
  const programme = payingOf(await programmeVersion(tx, row.programmeDigest), row.rentMonths);
  if (!row.running || payeeKindsOf(programme).length === 0) throw new Refused('NOT_AWAITED');
  const papers = await tx.paper.findMany({ where: { applicationId: row.applicationId } });
  if (who.kind === 'helper' && !papers.some(({ kind }) => kind === 'consent')) throw new Refused('CONSENT_MISSING');
  if (payeeId === null) {
    if (!programme.orPayTo) throw new Refused('PAYEE_UNFIT');
    return { verdict: 'takeBackConsent' };
  }
  await payable(tx, row, programme, payeeId);
  const agreement = papers.find(({ id, kind }) => kind === 'payeeAgreement' && id === agreementId);
  if (!agreement) throw new Refused('PAPERS_MISSING', { errors: [AGREEMENT_MISSING] });
  return { verdict: 'agreeToPayee', subject: payeeId, papers: [agreement.sha256] };
}

const AGREEMENT_MISSING = {
  field: 'agreementId',
  zh: '请先上传与收款单位签订的协议',
  en: 'First upload the agreement with whoever is to be paid',
};

/** Whom a draft names to be paid, with the agreement that was uploaded last. @throws Refused PAYEE_UNFIT */
export async function namedPayee(
  tx: Tx,
  { applicationId, ...where }: Where & { readonly applicationId: string },
  programme: Programme,
  payeeId: string,
): Promise<NonNullable<Application['payee']>> {
  const { id } = await payable(tx, where, programme, payeeId);
  const agreement = await tx.paper.findFirst({
    where: { applicationId, kind: 'payeeAgreement' },
    orderBy: { uploadedAt: 'desc' },
  });
  return { id, ...(agreement && { agreement: agreement.sha256 }) };
}

type Where = Pick<CaseModel, 'countyCode' | 'areaCode' | 'householdId'>;

/** @throws Refused PAYEE_UNFIT for one that a case there can't pay, or who is of the household itself */
async function payable(tx: Tx, where: Where, programme: Programme, payeeId: string): Promise<PayeeModel> {
  const payee = await tx.payee.findFirst({
    where: { id: payeeId, closedAt: null, accounts: { some: { state: 'current' } } },
  });
  if (!payee || !isFor(payee, { ...where, programme }) || (await isOfHousehold(tx, where, payee)))
    throw new Refused('PAYEE_UNFIT');
  return payee;
}

async function isOfHousehold(tx: Tx, { householdId }: Where, { idNumberHash }: PayeeModel): Promise<boolean> {
  if (householdId === null || idNumberHash === null) return false;
  return (await tx.member.count({ where: { householdId, idNumberHash } })) > 0;
}
