import { z } from 'zod';
import { ARCHIVE_APPRAISALS, ARCHIVE_TERMS, RECORD_KINDS } from '../rules/archives.js';
import { EXTENSION_REASONS, LOAN_CHANGES } from '../rules/loans.js';
import { ROLES } from '../rules/roles.js';
import { ARCHIVE_ACT_KINDS } from './archives.js';
import { AUDIT_FINDING_ACTS } from './audit-finding.js';
import { RowSignature } from './official-signature.js';

/*
 * The leaves of the log that proves the records: each is the canonical JSON of one of these. They hold codes, amounts,
 * digests and the names of officials; of households nothing but their ID.
 */
const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** ISO, UTC, by PostgreSQL's clock. */
const moment = z.string();
const leaf = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

/** How far a run of a workflow had come: the hash chain over its events up to the last one. */
export const RunMark = z.strictObject({ runId: z.string(), lastEventId: z.number().int().positive(), chain: digest });
export type RunMark = z.infer<typeof RunMark>;

/** Since when it is so in the register of officials, and the API's signature; leaves of before have neither. */
const signed = { at: moment.optional(), signature: RowSignature.optional() };

/** Rows that were written between two moments (after `from`, up to and with `to`), in order. */
const rows = { from: moment, to: moment, count: z.number().int().positive(), sha256: digest };

const KEY_PURPOSES = ['acts', 'bundles', 'bundleCases', 'notices', 'payeeAccounts', 'heads', 'households'] as const;

export const Leaf = z.discriminatedUnion('kind', [
  /** A case was submitted: it can't vanish from now on. */
  leaf('submitted', {
    caseNo: z.string(),
    /** Empty where the case is a payee's. */
    householdId: z.string(),
    payeeId: z.string().optional(),
    programmeDigest: digest,
    policyDigest: digest,
    quantity: z.number().int().nonnegative(),
    amountFen: z.number().int().nonnegative(),
    /** Of the canonical JSON of what its workflow begins with. */
    inputSha256: digest,
    papers: z.array(z.strictObject({ kind: z.string(), sha256: digest })),
  }),
  /** Events were added to a running workflow. */
  leaf('grown', { workflowId: z.string(), ...RunMark.shape }),
  /** A workflow has ended, and its whole history is kept: all its runs. */
  leaf('sealed', {
    workflowId: z.string(),
    /** Of the stored bytes, compressed. */
    sha256: digest,
    /** Of the same history with its payloads opened. */
    openedSha256: digest,
    runs: z.array(RunMark),
  }),
  /** A payment order, and to whom: `payeeSha256` of the sealed payee. */
  leaf('ordered', {
    reference: z.string(),
    caseNo: z.string(),
    amountFen: z.number().int().nonnegative(),
    accountId: z.string(),
    payeeSha256: digest,
    bankName: z.string(),
    remark: z.string(),
    documentNo: z.string(),
  }),
  leaf('official', {
    id: z.string(),
    name: z.string(),
    officeId: z.string(),
    areaCode: z.string(),
    roles: z.array(z.enum(ROLES)),
    active: z.boolean(),
    ...signed,
  }),
  /** Whom a case pays, chosen where no workflow hears of it: a SHA-256 is the household's agreement. */
  leaf('chosen', {
    caseNo: z.string(),
    choiceId: z.string(),
    payeeId: z.string().nullable(),
    agreement: digest.nullable(),
    by: z.string(),
    at: moment,
  }),
  /**
   * 收款单位: somebody of the register of payees, with all accounts, by a digest; and, but for leaves of before, by digests
   * of its own row and of each account: who entered, signed or closed it, and when.
   */
  leaf('payee', {
    id: z.string(),
    sha256: digest,
    entry: digest.optional(),
    accounts: z.array(z.strictObject({ id: z.string(), sha256: digest })).optional(),
  }),
  leaf('office', { id: z.string(), name: z.string(), officeKind: z.string(), areaCode: z.string(), ...signed }),
  /** 代理: who stands in for whom; once more when it is ended before its time. */
  leaf('substitution', {
    id: z.string(),
    absentId: z.string(),
    substituteId: z.string(),
    fromDay: z.string(),
    untilDay: z.string(),
    /** Of the ID and the reason. */
    wordsSha256: digest,
    namedById: z.string(),
    namedAt: moment,
    endedById: z.string().nullable(),
    endedAt: moment.nullable(),
    signature: RowSignature.optional(),
  }),
  /** 审计问题: something was said about an auditor's finding. */
  leaf('finding', {
    caseNo: z.string(),
    findingId: z.string(),
    officeId: z.string(),
    dueOn: z.string(),
    actId: z.string(),
    act: z.enum(AUDIT_FINDING_ACTS),
    byId: z.string(),
    wordsId: z.string(),
    wordsSha256: digest,
    at: moment,
  }),
  /** 续贷, 展期, 提前还款: two officials have signed what becomes of a loan whose interest is granted. */
  leaf('loanChange', {
    caseNo: z.string(),
    changeId: z.string(),
    change: z.enum(LOAN_CHANGES),
    until: z.string(),
    basisPoints: z.number().int().nullable(),
    reason: z.enum(EXTENSION_REASONS).nullable(),
    paperSha256: digest.nullable(),
    wordsSha256: digest.nullable(),
    byId: z.string(),
    /** Null of changes from before two had to sign. */
    signedById: z.string().nullable(),
    signedForId: z.string().nullable(),
    at: moment,
  }),
  /** Who read personal data. */
  leaf('reads', rows),
  /** Transactions of the ledger with their entries. */
  leaf('ledger', rows),
  /** A key that signs from now on. */
  // Of the key that wraps the households' keys: its fingerprint. Decisions on bundles, what is done on the village board for
  // many cases at once, and accounts of payees are signed with the key of acts, from when on it was announced for them.
  leaf('key', { purpose: z.enum(KEY_PURPOSES), publicKey: z.string() }),
  /** A closed case has its archive file, or its file what came in later. */
  leaf('archived', {
    caseNo: z.string(),
    archiveNo: z.string(),
    recordKind: z.enum(RECORD_KINDS),
    term: z.enum(ARCHIVE_TERMS),
    closedOn: z.string(),
    keptUntil: z.string().nullable(),
    pieces: z.number().int().positive(),
    catalogueSha256: digest,
  }),
  /** What an official has done with an archive file. */
  leaf('archiveAct', {
    caseNo: z.string(),
    archiveNo: z.string(),
    act: z.enum(ARCHIVE_ACT_KINDS),
    by: z.strictObject({ id: z.string(), role: z.enum(ROLES), officeId: z.string() }),
    listNo: z.string().optional(),
    appraisal: z.enum(ARCHIVE_APPRAISALS).optional(),
    /** Of one that is kept on: how long now. */
    keptUntil: z.string().optional(),
    wordsSha256: digest,
  }),
  /** The key of the household was destroyed: who it is, and what it wrote in this case, cannot be read any more. */
  leaf('erased', { caseNo: z.string(), householdId: z.string() }),
]);
export type Leaf = z.infer<typeof Leaf>;
export type LeafKind = Leaf['kind'];
export type LeafOf<K extends LeafKind> = Extract<Leaf, { kind: K }>;
/** 人员、岗位和机构名册: an official, an office, or who stands in for whom. */
export type RegisterLeaf = LeafOf<'official' | 'office' | 'substitution'>;

/** What a leaf is about, to find it again: a case, a workflow, an order, somebody of a register, a key, a kind of rows. */
export function subjectOf(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'submitted':
    case 'chosen':
    case 'archived':
    case 'archiveAct':
    case 'erased':
    case 'finding':
    case 'loanChange':
      return leaf.caseNo;
    case 'grown':
    case 'sealed':
      return leaf.workflowId;
    case 'ordered':
      return leaf.reference;
    case 'official':
    case 'office':
    case 'payee':
    case 'substitution':
      return leaf.id;
    case 'key':
      return leaf.purpose;
    case 'reads':
    case 'ledger':
      return leaf.kind;
  }
}
