import canonicalize from 'canonicalize';
import type { Loan, SignedLoanChange } from '../../domain/rules/loans.js';
import { boundAs } from '../../domain/rules/substitution.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { LoanChangeBody } from '../../domain/schemas/loan.js';
import { LOAN_LETTER, loanMessage } from '../../domain/texts/loans.js';
import { sha256, uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Tx } from '../../prisma/client.js';
import { lockEntitlement } from '../../prisma/entitlements.js';
import type {
  EntitlementModel as Entitlement,
  LoanProposalModel as LoanProposal,
} from '../../prisma/generated/models.js';
import { tellHousehold } from '../../prisma/household-message.js';
import { changeLoan } from '../../prisma/loan-changes.js';
import { loanOf } from '../../prisma/loans.js';
import { keepWords } from '../../prisma/words.js';
import { found, invalid, Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { mustBeSecond, type Signed, signerOf, tellSigners } from './claim.js';
import { mustBeFree } from './matter.js';
import { mustBeNoKin } from './no-kin.js';

type Deps = { readonly db: Db; readonly keyring: Keyring };
type Change = Omit<LoanProposal, 'at'>;

interface Said {
  readonly caseNo: string;
  readonly actId: string;
  readonly said: LoanChangeBody;
}

/** The paper that each of them rests on. */
const PAPERS = { renewed: 'loanContract', extended: 'extensionReason' } as const;

/** What the second official signs: one signs what one has seen. */
export const loanDigest = ({ entitlementNo, id, kind, until, basisPoints, reason, paperId, wordsId, byId }: Change) =>
  sha256(canonicalize({ entitlementNo, id, kind, until, basisPoints, reason, paperId, wordsId, byId }) ?? '');

/**
 * 四(四), the first of two signatures: a loan is renewed without repayment, extended for a reason beyond the borrower, or
 * repaid early. The same official may change his own proposal; the same act again finds what it proposed. Answers what
 * the second one signs.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, ENTITLEMENT_ENDED, LOAN_NOT_THERE, LOAN_FELL_DUE, LOAN_CHANGE_THERE, INVALID_INPUT
 */
export async function proposeLoanChange({ db, keyring }: Deps, who: OfficialWho, asked: Said): Promise<string> {
  const { caseNo, actId, said } = asked;
  const id = uuidFor(actId, 'loan');
  return await db.$transaction(async (tx) => {
    const { householdId, applicationId, entitlement } = await visibleEntitlement(tx, who, caseNo);
    await mustBeNoKin(tx, who, householdId);
    const signed = await tx.loanChange.findUnique({ where: { id } });
    if (signed) return loanDigest(signed);
    const known = await tx.loanProposal.findUnique({ where: { entitlementNo: caseNo } });
    if (known && known.byId !== who.id) throw new Refused('LOAN_CHANGE_THERE');
    mustFit(changeable(entitlement), said);
    if (said.kind !== 'repaid') await mustHavePaper(tx, applicationId, said);
    const words = said.words && { id: uuidFor(actId, 'words'), householdId, caseNo, text: said.words };
    const data = {
      ...{ id, kind: said.kind, until: said.until, byId: who.id, at: new Date() },
      basisPoints: said.kind === 'renewed' ? said.basisPoints : null,
      reason: said.kind === 'extended' ? said.reason : null,
      paperId: said.kind === 'repaid' ? null : said.paperId,
      wordsId: words ? (await keepWords(tx, keyring, words)).ref : null,
    };
    const proposal = await tx.loanProposal.upsert({
      where: { entitlementNo: caseNo },
      ...{ create: { entitlementNo: caseNo, ...data }, update: data },
    });
    const digest = loanDigest(proposal);
    await tellSigners(tx, keyring, who, { caseNo, key: digest, ...LOAN_LETTER });
    return digest;
  });
}

/**
 * The second signature: from now on interest is paid for as many days, and the household told; or the proposal is gone.
 * Answers which.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, NOT_AWAITED, KIN, ALREADY_SIGNED, PROPOSAL_CHANGED, TASK_TAKEN,
 * ENTITLEMENT_ENDED, LOAN_NOT_THERE, LOAN_FELL_DUE
 */
export async function signLoanChange(
  { db, keyring }: Deps,
  who: OfficialWho,
  caseNo: string,
  { digest, agrees }: Signed,
): Promise<boolean> {
  return await db.$transaction(async (tx) => {
    const { householdId, areaCode, entitlement } = await visibleEntitlement(tx, who, caseNo);
    const by = signerOf(who, { areaCode });
    const proposal = await tx.loanProposal.findUnique({ where: { entitlementNo: caseNo } });
    if (!proposal && (await hasSigned(tx, who, caseNo, digest))) return true;
    const { entitlementNo, at, ...change } = found(proposal);
    mustBeSecond(by, { firstId: change.byId, proposed: loanDigest({ entitlementNo, ...change }), digest });
    for (const bound of boundAs(by)) await mustBeNoKin(tx, { id: bound }, householdId);
    await mustBeFree(tx, who, { kind: 'loan', no: caseNo, stage: 'loanSignature', openedAt: at });
    await tx.loanProposal.delete({ where: { entitlementNo } });
    if (!agrees) return false;
    mustFit(changeable(entitlement), change);
    const signed = present(change) as Omit<SignedLoanChange, 'at' | 'signedById' | 'signedForId'>;
    const signer = { signedById: by.id, ...(by.inAbsenceOf !== undefined && { signedForId: by.inAbsenceOf }) };
    await changeLoan(tx, entitlement, { ...signed, ...signer, at: Date.now() });
    const text = loanMessage(caseNo, signed.kind, signed.until);
    await tellHousehold(tx, keyring, { caseNo, key: `${caseNo}/loan/${signed.id}`, text });
    return true;
  });
}

/** The entitlement, locked. @throws Refused NOT_FOUND, OUT_OF_AREA */
async function visibleEntitlement(tx: Tx, who: OfficialWho, caseNo: string) {
  const { householdId, applicationId, areaCode } = await visibleCase(tx, who, caseNo);
  found(await tx.entitlement.findUnique({ where: { caseNo } }));
  return { householdId, applicationId, areaCode, entitlement: await lockEntitlement(tx, caseNo) };
}

async function hasSigned(tx: Tx, { id: signedById }: OfficialWho, entitlementNo: string, digest: string) {
  const signed = await tx.loanChange.findMany({ where: { entitlementNo, signedById } });
  return signed.some((change) => loanDigest(change) === digest);
}

/** What of a proposal is said. */
const present = (change: object): object =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));

/** @throws Refused ENTITLEMENT_ENDED, LOAN_NOT_THERE, LOAN_FELL_DUE */
function changeable(entitlement: Entitlement): Loan {
  if (entitlement.state === 'ended') throw new Refused('ENTITLEMENT_ENDED');
  const loan = loanOf(entitlement);
  if (!loan) throw new Refused('LOAN_NOT_THERE');
  if (loan.until <= shanghaiDate(Date.now())) throw new Refused('LOAN_FELL_DUE');
  return loan;
}

/** @throws Refused INVALID_INPUT where it would not run longer, or was not paid out yet when it was repaid */
function mustFit(loan: Loan, { kind, until }: Pick<Change, 'kind' | 'until'>): void {
  const isLater = until > loan.until;
  if (kind !== 'repaid' && !isLater) throw invalid([{ field: 'until', ...NOT_LATER }]);
  if (kind === 'repaid' && (isLater || until <= loan.from)) throw invalid([{ field: 'until', ...NOT_BETWEEN }]);
}

/** @throws Refused INVALID_INPUT for another paper than the one it rests on */
async function mustHavePaper(
  tx: Tx,
  applicationId: string,
  { kind, paperId }: Exclude<LoanChangeBody, { kind: 'repaid' }>,
): Promise<void> {
  const paper = await tx.paper.findFirst({ where: { id: paperId, applicationId, kind: PAPERS[kind] } });
  if (!paper) throw invalid([{ field: 'paperId', ...(kind === 'renewed' ? NO_CONTRACT : NO_PROOF) }]);
}

const NOT_LATER = { zh: '新的到期日应晚于原到期日', en: 'It falls due later than before' };
const NOT_BETWEEN = { zh: '还款日应在放款日与到期日之间', en: 'It was repaid between the two days of the loan' };
const NO_CONTRACT = { zh: '请先上传续贷的借款合同并选择该材料', en: 'Upload the new loan contract and name it here' };
const NO_PROOF = { zh: '请先上传非主观原因证明并选择该材料', en: 'Upload the proof of the reason and name it here' };
