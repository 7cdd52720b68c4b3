import type { Loan, SignedLoanChange } from '../domain/rules/loans.js';
import type { BoardActKind } from '../domain/rules/board-acts.js';
import type { PayeeChoice } from '../domain/schemas/payee-choice.js';
import type { Act } from '../domain/schemas/act.js';
import type { Strand } from '../domain/schemas/application.js';
import type { AuditFindingState } from '../domain/schemas/audit-finding.js';
import type { BoardAct } from '../domain/schemas/joint-notice.js';
import type { LeafOf } from '../domain/schemas/leaf.js';
import type { SealedRegister } from './sealed-register.js';
import type { SignedAct } from './signed-act.js';
import type { StruckOut } from './struck-out.js';

/*
 * All there is about a case, as JSON: from the running system, or from an exported pack. Money in fen, moments in epoch
 * ms.
 */

/** A leaf of the log; `index` is null while it has no place yet. */
export interface LoggedLeaf {
  readonly index: number | null;
  readonly leaf: string;
}

export interface StepRow {
  readonly strand: Strand;
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly body: object;
  readonly digest: string;
}

export interface PaymentRow {
  readonly reference: string;
  readonly amountFen: number;
  readonly state: string;
  readonly accountId: string;
  readonly payeeSha256: string;
  readonly bankName: string;
  readonly remark: string;
  readonly documentNo: string;
  /** Who signed for it, as its row has it. Not in packs of before they were checked. */
  readonly signers?: { readonly [S in 'preparedById' | 'reviewedById' | 'thirdById']: string | null };
  /** Whether the case is still to be told of its end. */
  readonly untold: boolean;
  /** Fen that the ledger has spent for it; null where it has nothing. */
  readonly spentFen: number | null;
  /** Fen that the bank's reports credited, as they were posted; null where it went in no batch. */
  readonly bankFen: number | null;
}

/** What was kept back of an order for a claim. */
export interface SetOffRow {
  readonly reference: string;
  /** The case of the claim. */
  readonly claim: string;
  /** Fen that the ledger has spent on it; null where it has nothing. */
  readonly spentFen: number | null;
  /** Fen that came in under the claim; null where nothing did. */
  readonly receivedFen: number | null;
}

export interface PaperRow {
  readonly kind: string;
  readonly sha256: string;
  /** Of the stored bytes as they are; null where there are none. */
  readonly storedSha256: string | null;
}

/** What somebody wrote, by its reference: never the words themselves. */
export interface WordsRow {
  readonly ref: string;
  readonly sha256: string;
  /** Salted digest of what stands there; null once the household is erased. */
  readonly storedSha256: string | null;
}

/** An auditor's finding as it stands, and what was said about it: as it would be logged now. */
export interface AuditFindingRow {
  readonly findingId: string;
  readonly state: AuditFindingState;
  readonly acts: readonly LeafOf<'finding'>[];
}

/** 案卷 of a closed case; `catalogueSha256` is of its pieces as they are. */
export interface ArchiveRow {
  readonly archiveNo: string;
  readonly kind: string;
  readonly term: string;
  readonly closedOn: string;
  readonly keptUntil: string | null;
  readonly pieces: number;
  readonly catalogueSha256: string;
  readonly state: string;
  readonly appraisal: string | null;
}

/** A loan whose interest is granted, as it stands, and what was signed of it: as it would be logged now. */
export interface LoanRow {
  readonly loan: Loan;
  /** 计息积数 of a year. */
  readonly quantity: number;
  readonly changes: readonly LeafOf<'loanChange'>[];
}

/** The loan whose interest a run pays, as it was granted, and what was signed of it as it stands. */
export interface PaidLoanRow {
  readonly granted: Loan;
  readonly changes: readonly SignedLoanChange[];
}

/** What was done on the village board for a case and others, as the notice keeps it (domain/schemas/joint-notice.ts). */
export interface OnBoardRow {
  readonly kind: BoardActKind['verdict'];
  /** What it is carried into this case by. */
  readonly actId: string;
  readonly act: BoardAct | null;
  /** Salted digest of what was written, as the case refers to it; null where the case has no words of it. */
  readonly wordsSha256: string | null;
}

/** 集中公示: a notice of several cases. */
export interface JointNoticeRow {
  readonly no: string;
  readonly cases: readonly string[];
  readonly acts: readonly OnBoardRow[];
}

/** By what cases are found and counted; undefined or null where there is none. */
export interface CaseBeside {
  readonly applied: {
    readonly areaCode: string;
    readonly programmeCode: string;
    readonly bundleNo: string | null;
    readonly helperId: string | null;
    readonly personId: string | null;
    readonly entitlementNo: string | null;
  };
  /** Of the programme that its digest names. */
  readonly programmeCode: string;
  /** Epoch ms. */
  readonly closedAt: number | null;
  readonly review: { readonly finding: string | null; readonly score: number | null };
}

export interface CaseRow {
  readonly stage: string;
  readonly quantity: number;
  readonly amountFen: number;
  /** Not in packs of before rents were paid. */
  readonly rentMonths?: number | null;
  readonly running: boolean;
  readonly decisionNo: string | null;
  readonly outcome: unknown;
  /** What its records say beside its input and its history. Not in packs of before it was checked. */
  readonly beside?: CaseBeside;
  /** Empty where the case is a payee's. */
  readonly householdId: string;
  readonly payeeId?: string;
  readonly programmeDigest: string;
  readonly policyDigest: string;
  readonly input: unknown;
}

/** The history of one workflow. */
export interface WorkflowEvidence {
  readonly workflowId: string;
  /** Of a case's own workflows; without it, of another one (a batch). */
  readonly strand?: Strand;
  /** Whether the engine still runs it. */
  readonly running: boolean;
  /** The text of proof/sealed-history.ts, payloads opened; null where there is none. */
  readonly opened: string | null;
  /** The same with payloads as they were encrypted. */
  readonly text: string | null;
  /** SHA-256 of the stored seal, and of the bytes as they are; null where it is not sealed. */
  readonly seal: { readonly named: string; readonly actual: string } | null;
}

export interface CaseEvidence {
  readonly caseNo: string;
  readonly leaves: readonly LoggedLeaf[];
  readonly row: CaseRow | null;
  readonly steps: readonly StepRow[];
  readonly payments: readonly PaymentRow[];
  /** Not in packs of before there were set-offs. */
  readonly setOffs?: readonly SetOffRow[];
  /** Whom the case pays of the register of payees, one choice after the other. Not in packs of before they were checked. */
  readonly payees?: readonly PayeeChoice[];
  /** Of a run: the same of the entitlement that it pays. Not in packs of before runs began with it. */
  readonly entitledPayees?: readonly PayeeChoice[];
  readonly signatures: readonly SignedAct[];
  /** Those that it stands in. Not in packs of before what is done for many cases was signed. */
  readonly jointNotices?: readonly JointNoticeRow[];
  /** 捆绑申报: when the case was opened (epoch ms), and what was signed on its bundle. Not in packs of before that was checked. */
  readonly ofBundle?: OfBundle;
  readonly papers: readonly PaperRow[];
  /** Not in packs of before words were checked. */
  readonly words?: readonly WordsRow[];
  /** Not in packs of before they were logged. */
  readonly auditFindings?: readonly AuditFindingRow[];
  /** Null while it has no file. Not in packs of before there were archive files. */
  readonly archive?: ArchiveRow | null;
  /** Where it granted the interest of a loan. Not in packs of before changes of loans were logged. */
  readonly loan?: LoanRow;
  /** Where it pays that of a period. */
  readonly paidLoan?: PaidLoanRow;
  /** IDs of the objections and household changes that are rows. */
  readonly received: readonly string[];
  readonly workflows: readonly WorkflowEvidence[];
  /** Strands that are to be there: whose workflow was started. */
  readonly strands: readonly Strand[];
}

/** What there is of the bundle that a case came from. */
export interface OfBundle {
  readonly openedAt: number;
  readonly signatures: readonly SignedAct[];
  /** Not in packs of before withdrawals were signed. */
  readonly applicationId?: string;
  /** By which decisions it was struck out, by the subject of each. Not in packs of before that was checked. */
  readonly strikes?: readonly (Omit<StruckOut, 'caseNo'> & { readonly actId: string })[];
}

/** What all cases are held against. */
export interface Ground {
  /** Keys that sign acts, base64. */
  readonly actKeys: readonly string[];
  /** From when on acts are signed, epoch ms. */
  readonly signedSince: number;
  /** The same of decisions on bundles; of a pack, which has none, left out. */
  readonly bundlesSignedSince?: number;
  /** Whether endorsements and withdrawals are signed too that cases of a bundle begin with; left out as that. */
  readonly bundleCasesSigned?: boolean;
  /** The same of what is done for many cases on the village board; left out where that was never signed. */
  readonly noticesSignedSince?: number;
  /** Who held which post when, as it was logged. */
  readonly register: SealedRegister;
  /** How many restores were signed for: then a workflow may have been begun anew. */
  readonly restores: number;
}

/** `official id/role/office`. */
export const postOf = ({ id, role, officeId }: Pick<Act['by'], 'id' | 'role' | 'officeId'>): string =>
  `${id}/${role}/${officeId ?? ''}`;
