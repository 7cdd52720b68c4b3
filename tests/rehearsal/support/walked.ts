import type { Walked } from '../../../cli/rehearsal/walk.js';
import type { Script } from '../../../cli/rehearsal/script.js';
import type { CaseView } from '../../../domain/schemas/case-view.js';

const coded = (code: string) => ({ code, zh: code, en: code });
const AREA = { code: '339901', name: '演练县' };
const AT = '2026-03-01T08:30:00.000Z';

interface Standing {
  outcome?: string;
  reason?: string;
  finding?: string;
  payments?: readonly string[];
}

/** A case as the API shows it: what matters to a script, and the rest. */
export function caseView({ outcome, reason, finding, payments = [] }: Standing): CaseView {
  return {
    caseNo: '339901-2026-000001-1',
    applicationId: '',
    programme: coded('home-processing'),
    run: null,
    applicant: '',
    person: null,
    filedByHelper: false,
    ...{ consent: null, owedPapers: [] },
    area: { county: AREA, township: AREA, village: AREA },
    stage: { code: outcome ? 'closed' : 'initialCheck', zh: '县级初核', en: 'Initial check' },
    running: outcome === undefined,
    awaits: [],
    ahead: [],
    openNotice: null,
    quantity: 20_000,
    quantityText: { zh: '200.00元', en: '200.00 yuan' },
    unit: { zh: '元', en: 'yuan' },
    scale: 2,
    amountFen: 2_000,
    rentMonths: null,
    decisionNo: null,
    submittedAt: AT,
    closedAt: null,
    reopenedAt: null,
    outcome: outcome
      ? { kind: coded(outcome), reason: reason ? coded(reason) : null, basis: null, words: null, remedies: null }
      : null,
    papers: [],
    payee: null,
    payeeConsent: null,
    payments: payments.map(payment),
    setOffs: [],
    ledger: [],
    holds: [],
    recovery: null,
    notices: [],
    settlement: null,
    rating: null,
    review: finding ? { finding: coded(finding), score: 90, looksAt: [] } : null,
  };
}

const payment = (state: string, index: number): CaseView['payments'][number] => ({
  reference: `P${index + 1}`,
  caseNo: '339901-2026-000001-1',
  attempt: index + 1,
  amountFen: 2_000,
  state: coded(state),
  bankName: '',
  remark: '',
  documentNo: '',
  accountCode: '',
  parts: [],
  preparedAt: AT,
  reviewedAt: null,
  sentAt: null,
  settledAt: null,
  returnedReason: null,
  restored: false,
  paidTo: null,
  ...{ instalment: 1, replaces: null, schedule: null, batch: null, file: null, words: [] },
});

export function walked(script: Script, caseNo: string, standing: Standing, more: Partial<Walked> = {}): Walked {
  const register = { members: [] } as unknown as Walked['newcomer']['register'];
  return {
    newcomer: { number: 1, script, register },
    caseNo,
    unexpected: undefined,
    seen: caseView(standing),
    seconds: 10,
    stages: [],
    ...more,
  };
}
