import type { Role } from '../../../domain/rules/roles.js';
import { type Stage, stageRule, type Verdict } from '../../../domain/rules/stages.js';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { eventually } from '../../support/eventually.js';
import type { Api } from './api.js';
import { photo } from './drafts.js';
import { official } from './people.js';
import type { Answered, Visitor } from './visitor.js';

/** Who does what in the rehearsal county, unless a test says otherwise; nobody twice in a case. */
const WHO: Partial<Record<Stage, readonly string[]>> = {
  initialCheck: ['yl-checker-1'],
  townshipVerification: ['yl-339901100-verifier-1', 'yl-339901100-verifier-2'],
  projectApproval: ['yl-approver-1'],
  noticePosting: ['yl-339901100-verifier-1'],
  publicNotice: ['yl-339901100-verifier-1'],
  objectionHearing: ['yl-oversight-1'],
  internalReview: ['yl-oversight-1'],
  acceptanceInspection: ['yl-inspector-1', 'yl-housing-1'],
  paymentPreparation: ['yl-maker-1'],
  paymentReview: ['yl-finance-1'],
  entitlementApproval: ['yl-approver-1'],
  periodFunding: ['yl-approver-1'],
  reliefDecision: ['yl-approver-1'],
  reliefConfirmation: ['yl-approver-2'],
  householdChange: ['yl-checker-1'],
  consentConfirmation: ['yl-339901100-clerk-1'],
  performanceReview: ['yl-reviewer-1'],
  houseAppraisal: ['yl-appraiser-1'],
  housingApproval: ['yl-approver-1'],
  worksAcceptance: ['yl-appraiser-2', 'yl-appraiser-3'],
  otherHousing: ['yl-appraiser-2'],
  agreementOffer: ['yl-339901100-verifier-1'],
  movingInInspection: ['yl-inspector-1', 'yl-339901100-inspector-1'],
  homesteadInspection: ['yl-inspector-2', 'yl-housing-1'],
  followUpVisit: ['yl-339901100-verifier-1'],
  residenceSettlement: ['yl-registration-1'],
  schoolSettlement: ['yl-education-1'],
  clinicSettlement: ['yl-health-1'],
  workSettlement: ['yl-employment-1'],
  insuranceSettlement: ['yl-employment-1'],
};
/** What whoever was on the spot says of it. */
const VISIT = { visitedOn: shanghaiDate(Date.now()), site: '后山' };
const POSTING = { onDay: shanghaiDate(Date.now()), witness: '监委会委员' };
const ON_THE_SPOT: Partial<Record<Stage, object>> = {
  townshipVerification: VISIT,
  noticePosting: POSTING,
  publicNotice: POSTING,
  acceptanceInspection: VISIT,
  houseAppraisal: VISIT,
  worksAcceptance: VISIT,
  otherHousing: VISIT,
  movingInInspection: VISIT,
  homesteadInspection: VISIT,
  followUpVisit: VISIT,
};
/** Kinds of papers that a decision rests on. */
const PAPERS: Partial<Record<Stage, readonly string[]>> = {
  townshipVerification: ['sitePhoto'],
  noticePosting: ['sitePhoto'],
  publicNotice: ['sitePhoto'],
  acceptanceInspection: ['sitePhoto'],
  houseAppraisal: ['appraisalReport'],
  worksAcceptance: ['beforePhoto', 'afterPhoto'],
  otherHousing: ['housingContract'],
  movingInInspection: ['movingInPhoto'],
  homesteadInspection: ['oldHomesteadPhoto'],
};

interface Said {
  readonly by?: readonly string[];
  readonly [field: string]: unknown;
}

/** The officials of the rehearsal county at their screens. */
export class Officials {
  readonly #api: Api;
  readonly #signedIn = new Map<string, Promise<Visitor>>();

  constructor(api: Api) {
    this.#api = api;
  }

  async as(login: string): Promise<Visitor> {
    const visitor = this.#signedIn.get(login) ?? official(this.#api, login);
    this.#signedIn.set(login, visitor);
    return visitor;
  }

  /** The open task of a case at a stage, as soon as it is there and may be done. */
  async taskAt(caseNo: string, stage: Stage): Promise<{ id: string; subject: string; role: Role }> {
    const task = await eventually(
      () => this.#api.db.task.findFirst({ where: { caseNo, stage, closedAt: null } }),
      (found) => found !== null && (found.notBefore?.getTime() ?? 0) <= Date.now(),
    );
    return task!;
  }

  /** Decides at a stage, with both signatures where it needs two; answers what the last of them was told. */
  async decide(caseNo: string, stage: Stage, verdict: Verdict, { by, ...said }: Said = {}): Promise<Answered> {
    const [first, second] = by ?? WHO[stage] ?? [];
    const { id } = await this.taskAt(caseNo, stage);
    const visitor = await this.as(first!);
    const kinds = said['paperIds'] ? undefined : PAPERS[stage];
    const paperIds = kinds && (await this.#papers(caseNo, visitor, kinds));
    const decision = { stage, verdict, ...ON_THE_SPOT[stage], ...(paperIds && { paperIds }), ...said };
    const answer = await visitor.post(`/api/tasks/${id}/decision`, decision);
    if (stageRule(stage).signatures !== 2 || answer.status >= 400) return answer;
    const cosigner = await this.as(second!);
    return await cosigner.post(`/api/tasks/${id}/signature`, { digest: answer.body.digest, agrees: true });
  }

  async #papers(caseNo: string, visitor: Visitor, kinds: readonly string[]): Promise<string[]> {
    const { applicationId } = await this.#api.db.case.findUniqueOrThrow({ where: { caseNo } });
    const path = `/api/applications/${applicationId}/papers`;
    const ids: string[] = [];
    for (const kind of kinds) ids.push((await visitor.upload(path, { kind }, photo())).body.id as string);
    return ids;
  }
}
