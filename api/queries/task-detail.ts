import { ERRORS, type ErrorCode } from '../../domain/errors.js';
import { acceptedFen, subsidyFen } from '../../domain/rules/amounts.js';
import { DESK_FINDINGS, type DeskFindingCode } from '../../domain/rules/desk-findings.js';
import { reasonsFor, REASONS } from '../../domain/rules/reasons.js';
import { needsTwoSignatures } from '../../domain/rules/signatures.js';
import { stageRule } from '../../domain/rules/stages.js';
import type { Application } from '../../domain/schemas/application.js';
import type { Coded } from '../../domain/schemas/common.js';
import type { ProposalView, TaskDetail } from '../../domain/schemas/task.js';
import { CHANGE_NAMES, FINDING_NAMES } from '../../domain/texts/endings.js';
import { VERDICT_NAMES } from '../../domain/texts/verdicts.js';
import type { PaperView } from '../../domain/schemas/paper.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { applicantName, caseKey } from '../../prisma/applicant.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { disentitlement } from '../acting/entitled.js';
import { isHis } from '../acting/open-task.js';
import { digestOf, proposalOn } from '../acting/proposal.js';
import { openWords } from '../../prisma/words.js';
import { actorAt, type OfficialWho } from '../who.js';
import { planOf } from './application-view.js';
import { householdView } from './household-view.js';
import { officialsBy } from './officials.js';
import { orderToSign } from './order-to-sign.js';
import { paperView } from './papers.js';
import { payeeWarnings } from './payee-warnings.js';
import { questionsOf } from './review.js';
import { type TaskRow, taskViews } from './task-view.js';

/** A task with all that its decision needs: nothing has to be looked up elsewhere. */
export async function taskDetail(tx: Tx, keyring: Keyring, who: OfficialWho, id: string): Promise<TaskDetail> {
  const row = await tx.task.findUniqueOrThrow({ where: { id }, include: { case: true } });
  const { applicationId, householdId, programmeDigest } = row.case;
  const draft = await tx.applicationDraft.findUnique({ where: { id: applicationId } });
  const programme = await programmeVersion(tx, programmeDigest);
  const key = await caseKey(tx, keyring, row.case);
  const stored = await tx.paper.findMany({ where: { applicationId }, orderBy: { uploadedAt: 'asc' } });
  const papers = stored.map((paper) => paperView(paper, programme, key));
  const obstacle = await obstacleTo(tx, who, row);
  return {
    ...(await taskViews(tx, [row]))(row),
    closedAt: row.closedAt?.toISOString() ?? null,
    obstacle: obstacle ? coded(obstacle, ERRORS[obstacle]) : null,
    inAbsenceOf: await absentName(tx, who, row),
    ...{ verdicts: obstacle ? [] : verdictsAt(row), signatures: await signaturesOn(tx, row) },
    findings: [...(await findingsOf(tx, row.caseNo)), ...(await payeeWarnings(tx, row, programme))],
    applicant: await applicantName(tx, keyring, row.case),
    household: householdId === null ? null : await householdView(tx, keyring, householdId),
    papers,
    ...{ plan: draft && planOf(key, draft), measure: programme.measure },
    loan: (row.case.input as unknown as Application).loan ?? null,
    rent: programme.rent ?? null,
    about: await aboutOf(tx, key, row),
    looksAt: row.stage === 'performanceReview' ? await questionsOf(tx, row.caseNo, programme) : [],
    proposal: await proposalView(tx, key, row, papers),
  };
}

/** How many sign where it is passed. */
async function signaturesOn(tx: Tx, row: TaskRow): Promise<number> {
  const order = await orderToSign(tx, row, row.case);
  return needsTwoSignatures(row.stage, 'pass', order) ? 2 : 1;
}

/** In whose place its reader would decide it. */
async function absentName(tx: Tx, who: OfficialWho, { stage, areaCode }: TaskRow): Promise<string | null> {
  const { inAbsenceOf } = actorAt(who, stage, areaCode);
  return inAbsenceOf === undefined ? null : (await officialsBy(tx, [inAbsenceOf]))(inAbsenceOf).name;
}

/** Why this official may not decide it, said before he does. */
async function obstacleTo(tx: Tx, who: OfficialWho, row: TaskRow): Promise<ErrorCode | undefined> {
  const { closedAt, stage, strand, subject } = row;
  const [verdict] = stageRule(stage).verdicts;
  if (closedAt !== null) return 'TASK_CLOSED';
  if (!verdict || !isHis(who, row)) return 'NOT_AWAITED';
  const act = { stage, verdict, by: actorAt(who, stage, row.areaCode), ...(subject !== '' && { subject }) };
  return await disentitlement(tx, row.case, strand, act);
}

/** What can be decided, each with the reasons that fit it. */
const verdictsAt = ({ stage }: TaskRow): TaskDetail['verdicts'] =>
  stageRule(stage).verdicts.map((verdict) => ({
    ...{ code: verdict, ...VERDICT_NAMES[verdict] },
    reasons:
      verdict === 'scored'
        ? codedAll(FINDING_NAMES)
        : reasonsFor(stage, verdict).map((code) => coded(code, REASONS[code])),
  }));

const coded = (code: string, { zh, en }: { zh: string; en: string }): Coded => ({ code, zh, en });
const codedAll = (names: Readonly<Record<string, { zh: string; en: string }>>): Coded[] =>
  Object.entries(names).map(([code, name]) => coded(code, name));

/** What the last desk check found. */
async function findingsOf(tx: Tx, caseNo: string): Promise<TaskDetail['findings']> {
  const event = await tx.caseEvent.findFirst({ where: { caseNo, kind: 'deskChecked' }, orderBy: { seq: 'desc' } });
  const { findings = [] } = (event?.body ?? {}) as { findings?: DeskFindingCode[] };
  return findings.map((code) => ({ code, ...DESK_FINDINGS[code] }));
}

/** What it is about where a stage can have several: the objection's words, the change in the household. */
async function aboutOf(tx: Tx, key: Uint8Array, { stage, subject }: TaskRow): Promise<string | null> {
  if (stage === 'objectionHearing') {
    const objection = await tx.objection.findUnique({ where: { id: subject } });
    const words = await openWords(tx, key, [objection?.wordsId]);
    return words.get(objection?.wordsId ?? '') ?? null;
  }
  if (stage !== 'householdChange') return subject === '' ? null : subject;
  const change = await tx.householdChange.findUnique({ where: { id: subject } });
  return change && `${CHANGE_NAMES[change.kind].zh}（${change.occurredOn}）`;
}

/** What follows from a quantity; whoever accepts may find less than was committed, and pays no more. */
function worth({ stage, case: { input, amountFen } }: TaskRow, quantity: number): number {
  const { standard } = input as unknown as Application;
  return stage === 'acceptanceInspection'
    ? acceptedFen(standard, quantity, Number(amountFen))
    : subsidyFen(standard, quantity);
}

async function proposalView(tx: Tx, key: Uint8Array, row: TaskRow, papers: PaperView[]): Promise<ProposalView | null> {
  const proposal = proposalOn(row);
  if (!proposal) return null;
  const { verdict, reasonCode, words, quantity, papers: digests = [], by } = proposal;
  const official = await tx.official.findUniqueOrThrow({ where: { id: by.id }, include: { office: true } });
  const texts = await openWords(tx, key, [words?.ref]);
  const reason = reasonCode === undefined ? undefined : REASONS[reasonCode as keyof typeof REASONS];
  return {
    digest: digestOf(proposal),
    by: { id: official.id, name: official.name, office: official.office.name },
    verdict: coded(verdict, VERDICT_NAMES[verdict]),
    reason: reason && reasonCode !== undefined ? coded(reasonCode, reason) : null,
    words: texts.get(words?.ref ?? '') ?? null,
    ...{ quantity: quantity ?? null, amountFen: quantity === undefined ? null : worth(row, quantity) },
    papers: papers.filter(({ sha256 }) => digests.includes(sha256)),
  };
}
