import type { LoanChange } from '../../domain/rules/loans.js';
import type { LoanDesk, LoanProposal, LoanView } from '../../domain/schemas/loan.js';
import type { PaperView } from '../../domain/schemas/paper.js';
import { EXTENSION_REASON_NAMES, LOAN_CHANGE_NAMES } from '../../domain/texts/loans.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { caseKey } from '../../prisma/applicant.js';
import type { LoanProposalModel } from '../../prisma/generated/models.js';
import { loanOf } from '../../prisma/loans.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { openWords } from '../../prisma/words.js';
import { loanDigest } from '../acting/change-loan.js';
import { found, Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { officialsBy } from './officials.js';
import { paperView } from './papers.js';
import { visibleCase } from './visible.js';

/** What an entitlement is read with, where its loan is shown. */
export const withChanges = {
  loanChanges: { orderBy: { at: 'asc' } },
} as const satisfies Prisma.EntitlementInclude;
type Row = Prisma.EntitlementGetPayload<{ include: typeof withChanges }>;

/** The loan as it is now, with what two officials have signed of it. */
export async function loanView(tx: Tx, row: Row): Promise<LoanView | null> {
  const loan = loanOf(row);
  if (!loan) return null;
  const person = await officialsBy(
    tx,
    row.loanChanges.flatMap(({ byId, signedById, signedForId }) => [byId, signedById, signedForId]),
  );
  const changes = row.loanChanges.map((change) => ({
    ...{ ...said(change), by: person(change.byId) },
    signedBy: change.signedById === null ? null : person(change.signedById, change.signedForId),
  }));
  return { ...loan, changes };
}

/** What may be done about a loan. @throws Refused NOT_FOUND, OUT_OF_AREA, LOAN_NOT_THERE */
export async function loanDesk(tx: Tx, keyring: Keyring, who: OfficialWho, caseNo: string): Promise<LoanDesk> {
  const row = await visibleCase(tx, who, caseNo);
  const { applicationId, programmeDigest } = row;
  const entitlement = found(await tx.entitlement.findUnique({ where: { caseNo }, include: { loanProposal: true } }));
  if (!loanOf(entitlement)) throw new Refused('LOAN_NOT_THERE');
  const programme = await programmeVersion(tx, programmeDigest);
  const key = await caseKey(tx, keyring, row);
  const stored = await tx.paper.findMany({ where: { applicationId }, orderBy: { uploadedAt: 'asc' } });
  const papers = stored.map((paper) => paperView(paper, programme, key));
  const { loanProposal } = entitlement;
  return { applicationId, papers, proposal: loanProposal && (await proposalView(tx, key, loanProposal, papers)) };
}

async function proposalView(
  tx: Tx,
  key: Uint8Array,
  proposal: LoanProposalModel,
  papers: readonly PaperView[],
): Promise<LoanProposal> {
  const { byId, wordsId, paperId } = proposal;
  return {
    ...{ ...said(proposal), by: (await officialsBy(tx, [byId]))(byId) },
    words: wordsId === null ? null : ((await openWords(tx, key, [wordsId])).get(wordsId) ?? null),
    ...{ paper: papers.find(({ id }) => id === paperId) ?? null, digest: loanDigest(proposal) },
  };
}

type Said = Pick<LoanProposalModel, 'kind' | 'until' | 'basisPoints' | 'reason' | 'at'>;

const said = ({ kind, until, basisPoints, reason, at }: Said) => ({
  kind: { code: kind as LoanChange, ...LOAN_CHANGE_NAMES[kind as LoanChange] },
  ...{ until, basisPoints, reason: reason === null ? null : coded(EXTENSION_REASON_NAMES, reason) },
  at: at.toISOString(),
});
