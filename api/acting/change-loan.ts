import { type Loan, mostYuanDays } from '../../domain/rules/loans.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { LoanChangeBody } from '../../domain/schemas/loan.js';
import { loanMessage } from '../../domain/texts/loans.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Tx } from '../../prisma/client.js';
import { dueAt, lockEntitlement } from '../../prisma/entitlements.js';
import type { EntitlementModel as Entitlement } from '../../prisma/generated/models.js';
import { tellHousehold } from '../../prisma/household-message.js';
import { relatedOfficials } from '../../prisma/kin.js';
import { loanOf } from '../../prisma/loans.js';
import { keepWords } from '../../prisma/words.js';
import { found, invalid, Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

interface Said {
  readonly caseNo: string;
  readonly actId: string;
  readonly said: LoanChangeBody;
}

/** The paper that each of them rests on. */
const PAPERS = { renewed: 'loanContract', extended: 'extensionReason' } as const;

/**
 * 四(四): a loan is renewed without repayment, extended for a reason beyond the borrower, or repaid early; its interest
 * is paid for as many days. The same act again finds its change.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, ENTITLEMENT_ENDED, LOAN_NOT_THERE, LOAN_FELL_DUE, INVALID_INPUT
 */
export async function changeLoan(
  { db, keyring }: { readonly db: Db; readonly keyring: Keyring },
  who: OfficialWho,
  { caseNo, actId, said }: Said,
): Promise<void> {
  const { householdId, applicationId } = await visibleCase(db, who, caseNo);
  found(await db.entitlement.findUnique({ where: { caseNo } }));
  if ((await relatedOfficials(db, householdId)).includes(who.id)) throw new Refused('KIN');
  await db.$transaction(async (tx) => {
    const id = uuidFor(actId, 'loan');
    const entitlement = await lockEntitlement(tx, caseNo);
    if (await tx.loanChange.findUnique({ where: { id } })) return;
    const loan = changeable(entitlement);
    mustFit(loan, said);
    if (said.kind !== 'repaid') await mustHavePaper(tx, applicationId, said);
    const words = said.words && { id: uuidFor(actId, 'words'), householdId, caseNo, text: said.words };
    const { kind, until } = said;
    await tx.loanChange.create({
      data: {
        ...{ id, entitlementNo: caseNo, kind, until, byId: who.id },
        ...(said.kind === 'renewed' && { basisPoints: said.basisPoints, paperId: said.paperId }),
        ...(said.kind === 'extended' && { reason: said.reason, paperId: said.paperId }),
        ...(words && { wordsId: (await keepWords(tx, keyring, words)).ref }),
      },
    });
    await goOnWith(tx, entitlement, loan, said);
    await tellHousehold(tx, keyring, { caseNo, key: `${caseNo}/loan/${id}`, text: loanMessage(caseNo, kind, until) });
  });
}

/** @throws Refused ENTITLEMENT_ENDED, LOAN_NOT_THERE, LOAN_FELL_DUE */
function changeable(entitlement: Entitlement): Loan {
  if (entitlement.state === 'ended') throw new Refused('ENTITLEMENT_ENDED');
  const loan = loanOf(entitlement);
  if (!loan) throw new Refused('LOAN_NOT_THERE');
  if (loan.until <= shanghaiDate(Date.now())) throw new Refused('LOAN_FELL_DUE');
  return loan;
}

/** @throws Refused INVALID_INPUT where it would not run longer, or was not paid out yet when it was repaid */
function mustFit(loan: Loan, { kind, until }: LoanChangeBody): void {
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

async function goOnWith(tx: Tx, entitlement: Entitlement, loan: Loan, said: LoanChangeBody): Promise<void> {
  const { caseNo, countyCode, nextPeriod, quantity } = entitlement;
  const rate = said.kind === 'renewed' ? { basisPoints: said.basisPoints } : {};
  const changed: Loan = { ...loan, ...rate, until: said.until };
  // What was verified as less than the contract says stays so.
  const isWhole = quantity === mostYuanDays(loan);
  await tx.entitlement.update({
    where: { caseNo },
    data: {
      ...{ loan: { ...changed }, nextDueAt: await dueAt(tx, countyCode, nextPeriod, changed) },
      ...(isWhole && { quantity: mostYuanDays(changed) }),
    },
  });
}

const NOT_LATER = { zh: '新的到期日应晚于原到期日', en: 'It falls due later than before' };
const NOT_BETWEEN = { zh: '还款日应在放款日与到期日之间', en: 'It was repaid between the two days of the loan' };
const NO_CONTRACT = { zh: '请先上传续贷的借款合同并选择该材料', en: 'Upload the new loan contract and name it here' };
const NO_PROOF = { zh: '请先上传非主观原因证明并选择该材料', en: 'Upload the proof of the reason and name it here' };
