import { subsidyFen } from '../domain/rules/amounts.js';
import { applicationInput } from '../domain/rules/application-input.js';
import { standardFor } from '../domain/rules/household-standard.js';
import { countyOf } from '../domain/rules/county-of.js';
import { periodOf } from '../domain/rules/periods.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Application } from '../domain/schemas/application.js';
import type { CountyPolicy } from '../domain/schemas/county-policy.js';
import type { Programme } from '../domain/schemas/programme.js';
import { applicantIn, ownedBy } from './applicant.js';
import type { Tx } from './client.js';
import type { ApplicationDraftModel } from './generated/models.js';
import type { InForce } from './rules-in-force.js';
import { standardFacts } from './standard-facts.js';

/** The rules that a case begins with, and ends with. */
export interface CaseRules {
  readonly programme: InForce<Programme>;
  readonly policy: InForce<CountyPolicy>;
}

/** What a household or a collective asks for, with its number. */
interface Asked extends Pick<
  Application,
  'caseNo' | 'quantity' | 'promisedPapers' | 'personId' | 'loan' | 'payee' | 'decisions' | 'consentToConfirm'
> {
  readonly draft: Pick<ApplicationDraftModel, 'id' | 'householdId' | 'payeeId' | 'helperId'>;
  /** Its village. */
  readonly areaCode: string;
}

/** The row of a case as it begins: what its workflow begins with is on it. `more`: of a household of a bundle. */
export async function newCaseRow(
  tx: Tx,
  { draft, ...asked }: Asked,
  { programme, policy }: CaseRules,
  more: Pick<Application, 'workflow' | 'bundle'> = {},
) {
  const { helperId } = draft;
  const { caseNo, areaCode, quantity } = asked;
  const digests = { programmeDigest: programme.digest, policyDigest: policy.digest };
  const given = { ...asked, ...applicantIn(draft), ...(helperId !== null && { helperId }), ...digests };
  const facts = await standardFacts(tx, draft, programme.body);
  const standard = standardFor(programme.body.standard, facts);
  const input: Application = { ...applicationInput(given, programme.body, policy.body, standard), ...more };
  return {
    ...{ caseNo, applicationId: draft.id, ...ownedBy(draft), helperId, countyCode: countyOf(areaCode), areaCode },
    ...digests,
    ...{ programmeCode: programme.body.code, period: periodNow(programme.body), input: { ...input } as object },
    personId: asked.personId ?? null,
    ...{ quantity, amountFen: subsidyFen(input.standard, quantity) },
  };
}

/** The period of a programme that an application of today counts for. */
export const periodNow = ({ period }: Pick<Programme, 'period'>): string => periodOf(period, shanghaiDate(Date.now()));
