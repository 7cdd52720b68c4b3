import { COMMON_PAPERS } from '../../domain/rules/common-papers.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { Act } from '../../domain/schemas/act.js';
import type { ArchiveItemKind } from '../../domain/schemas/archives.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { VERDICT_NAMES } from '../../domain/texts/verdicts.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseEventModel as CaseEvent, CaseModel as Case } from '../../prisma/generated/models.js';
import { orderLeaf } from '../../prisma/log-order.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { canonical, sha256 } from '../../proof/canonical.js';

/** A piece of an archive file, as its catalogue has it. */
export interface Piece {
  readonly kind: ArchiveItemKind;
  readonly ref: string;
  readonly number: string;
  readonly author: string;
  readonly title: string;
  readonly on: string;
  readonly sha256: string;
}

const APPLICANT = '申请人';
const SYSTEM = '直报系统';
const dayOf = (at: Date): string => shanghaiDate(at.getTime());

/** 卷内目录: everything there is of a case, in the order of its kinds and, of one kind, of time. */
export async function piecesOf(tx: Tx, row: Case): Promise<Piece[]> {
  const parts = [applicationPiece, paperPieces, decisionPieces, noticePieces, objectionPieces, orderPieces, sealPieces];
  const pieces: Piece[] = [];
  for (const part of parts) pieces.push(...(await part(tx, row)));
  return pieces;
}

/** By what its workflow began with, as the leaf of its submission has it. */
async function applicationPiece(tx: Tx, { caseNo, programmeDigest, submittedAt, input }: Case): Promise<Piece[]> {
  const { name } = await programmeVersion(tx, programmeDigest);
  const about = { number: caseNo, author: APPLICANT, title: `${name.zh}申请`, on: dayOf(submittedAt) };
  return [{ kind: 'application', ref: caseNo, ...about, sha256: sha256(canonical(input)) }];
}

async function paperPieces(tx: Tx, { applicationId, programmeDigest }: Case): Promise<Piece[]> {
  const papers = await tx.paper.findMany({ where: { applicationId }, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] });
  const programme = await programmeVersion(tx, programmeDigest);
  const common: Readonly<Record<string, { zh: string }>> = COMMON_PAPERS;
  const officials = papers.flatMap(({ uploadedBy }) => officialIn(uploadedBy) ?? []);
  const office = await officesOf(tx, officials);
  return papers.map(({ id, kind, sha256: digest, uploadedAt, uploadedBy }) => {
    const { zh } = programme.papers.find((rule) => rule.kind === kind)?.name ?? common[kind] ?? COMMON_PAPERS.other;
    const author = office(officialIn(uploadedBy) ?? '') ?? APPLICANT;
    return { kind: 'paper', ref: id, number: '', author, title: zh, on: dayOf(uploadedAt), sha256: digest };
  });
}

const officialIn = (actor: string): string | undefined => /^official:(.+)$/.exec(actor)?.[1];

async function officesOf(tx: Tx, officials: readonly string[]): Promise<(id: string) => string | undefined> {
  const rows = await tx.official.findMany({ where: { id: { in: [...officials] } }, include: { office: true } });
  const names = new Map(rows.map(({ id, office }) => [id, office.name]));
  return (id) => names.get(id);
}

async function decisionPieces(tx: Tx, { caseNo, decisionNo }: Case): Promise<Piece[]> {
  const events = await tx.caseEvent.findMany({ where: { caseNo }, orderBy: [{ at: 'asc' }, { seq: 'asc' }] });
  const decided = events.flatMap((event) => {
    const act = actIn(event);
    return act ? [{ ...event, act }] : [];
  });
  const offices = await tx.office.findMany({
    where: { id: { in: decided.flatMap(({ act }) => act.by.officeId ?? []) } },
  });
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  return decided.map(({ strand, seq, act: { stage, verdict, by }, at, digest }) => ({
    ...{ kind: 'decision', ref: `${strand}/${seq}`, number: isApproval(stage) ? (decisionNo ?? '') : '' },
    author: names.get(by.officeId ?? '') ?? APPLICANT,
    ...{ title: `${STAGE_NAMES[stage].zh}：${VERDICT_NAMES[verdict].zh}`, on: dayOf(at), sha256: digest },
  }));
}

const APPROVALS: readonly Act['stage'][] = [
  ...(['projectApproval', 'reliefDecision', 'entitlementApproval', 'housingApproval'] as const),
];
const isApproval = (stage: Act['stage']): boolean => APPROVALS.includes(stage);

const actIn = ({ body }: CaseEvent): Act | undefined => Act.safeParse((body as { act?: unknown }).act).data;

async function noticePieces(tx: Tx, { caseNo }: Case): Promise<Piece[]> {
  const entries = await tx.publicationEntry.findMany({
    where: { caseNo },
    include: { publication: true },
    orderBy: { publicationNo: 'asc' },
  });
  return entries.map(({ publicationNo, publication, body }) => ({
    ...{ kind: 'notice', ref: publicationNo, number: publicationNo, author: SYSTEM, title: '公示公告' },
    ...{ on: dayOf(publication.publishedAt), sha256: sha256(canonical(body)) },
  }));
}

async function objectionPieces(tx: Tx, { caseNo }: Case): Promise<Piece[]> {
  const objections = await tx.objection.findMany({ where: { caseNo }, orderBy: { receivedAt: 'asc' } });
  const words = await tx.words.findMany({ where: { id: { in: objections.map(({ wordsId }) => wordsId) } } });
  const digestOf = new Map(words.map(({ id, sha256: digest }) => [id, digest]));
  return objections.map(({ id, receiptNo, receivedAt, wordsId }) => ({
    ...{ kind: 'objection', ref: id, number: receiptNo, author: '公众', title: '公示异议' },
    ...{ on: dayOf(receivedAt), sha256: digestOf.get(wordsId)! },
  }));
}

async function orderPieces(tx: Tx, { caseNo }: Case): Promise<Piece[]> {
  const orders = await tx.payment.findMany({ where: { caseNo }, orderBy: { attempt: 'asc' } });
  return orders.map((order) => {
    const { reference, documentNo, preparedAt } = order;
    const about = { number: documentNo, author: SYSTEM, title: `支付指令${reference}`, on: dayOf(preparedAt) };
    return { kind: 'paymentOrder', ref: reference, ...about, sha256: sha256(canonical(orderLeaf(order))) };
  });
}

/** The sealed histories, and the leaves that prove them. */
async function sealPieces(tx: Tx, { caseNo }: Case): Promise<Piece[]> {
  const seals = await tx.seal.findMany({
    where: { caseNo },
    select: { sha256: true, workflowId: true, sealedAt: true },
    orderBy: { sealedAt: 'asc' },
  });
  const leaves = await tx.logEntry.findMany({ where: { caseNo, kind: 'sealed' }, orderBy: { id: 'asc' } });
  return [
    ...seals.map(({ sha256: digest, workflowId, sealedAt }): Piece => ({
      ...{ kind: 'seal', ref: digest, number: workflowId, author: SYSTEM, title: '流程历史（封存）' },
      ...{ on: dayOf(sealedAt), sha256: digest },
    })),
    ...leaves.map(({ id, subject, leaf, at }): Piece => ({
      ...{ kind: 'evidence', ref: String(id), number: subject, author: SYSTEM, title: '封存存证' },
      ...{ on: dayOf(at), sha256: sha256(leaf) },
    })),
  ];
}
