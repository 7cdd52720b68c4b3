import { z } from 'zod';
import { Bilingual, freeText, Id, Instant, PageQuery, pageOf, Quantity, say } from './common.js';
import { LoanBody } from './loan.js';
import { PaperView } from './paper.js';
import { PayeeName } from './payee.js';
import { FieldError } from './problem.js';

/** What the state doesn't hold and a draft asks for, as it is stored (ApplicationDraft.body). */
export const DraftBody = z.strictObject({
  /** Smallest steps of the programme's measure: 2.50 mu at scale 2 is 250. */
  quantity: z.number().int().positive().optional(),
  /** Sealed under the household's key, base64: where and how it will be carried out. */
  planSealed: z.string().optional(),
  /** What the register holds was shown, and is right. */
  registerConfirmed: z.boolean().optional(),
  /** Kinds of papers promised for later (容缺受理). */
  promisedPapers: z.array(z.string()).optional(),
  /** Of a personal subsidy: the member of the household whom it is for. */
  personId: z.string().optional(),
  /** Members of the household who move, where it is relocated. */
  movingMembers: z.array(z.string()).optional(),
  /** Whom of the register of payees it asks to be paid. */
  payeeId: z.string().optional(),
  /** Of a subsidy of interest: the loan. */
  loan: LoanBody.optional(),
});
export type DraftBody = z.infer<typeof DraftBody>;

export const DraftCreation = z.strictObject({
  programmeCode: z.string().min(1, say('请选择项目', 'Choose a programme')).max(60),
  /** For helpers: the household's number in the register. */
  registerNo: z.string().trim().min(1).max(40).optional(),
  /** For helpers, where a village collective applies itself: which one of the village; of the only one, not needed. */
  collectiveId: Id.optional(),
});

export type DraftCreation = z.infer<typeof DraftCreation>;

/** Null takes a field back; what isn't named stays as it is. */
export const DraftPatch = z.strictObject({
  quantity: Quantity.nullable().optional(),
  plan: freeText(2000).nullable().optional(),
  registerConfirmed: z.boolean().optional(),
  promisedPapers: z.array(z.string().max(40)).max(20).optional(),
  personId: Id.nullable().optional(),
  /** 异地搬迁: members who move; their number is the quantity. */
  movingMembers: z.array(Id).max(20).nullable().optional(),
  /** 收款单位: one of those that the application may name. */
  payeeId: Id.nullable().optional(),
  /** 小额信贷贴息: the loan; the quantity follows from it. */
  loan: LoanBody.nullable().optional(),
});
export type DraftPatch = z.infer<typeof DraftPatch>;

export const ApplicationView = z
  .object({
    id: z.string(),
    programme: z.object({ code: z.string(), name: Bilingual }),
    /** Null where a village collective applies itself. */
    householdId: z.string().nullable(),
    registerNo: z.string().nullable(),
    /** 村集体: who applies, where no household does. */
    collective: PayeeName.nullable(),
    filedByHelper: z.boolean(),
    quantity: z.number().int().nullable(),
    quantityText: Bilingual.nullable(),
    /** What the quantity would bring by the published standard. */
    amountFen: z.number().int().nullable(),
    plan: z.string().nullable(),
    registerConfirmed: z.boolean(),
    promisedPapers: z.array(z.string()),
    /** Of a personal subsidy: the member of the household whom it is for. */
    personId: z.string().nullable(),
    movingMembers: z.array(z.string()),
    /** Of a subsidy of interest: the loan. */
    loan: LoanBody.nullable(),
    /** Whom of the register of payees it asks to be paid. */
    payee: PayeeName.nullable(),
    papers: z.array(PaperView),
    missing: z.array(FieldError),
    caseNo: z.string().nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'Application' });
export type ApplicationView = z.infer<typeof ApplicationView>;

/** 代办委托: photographed, confirmed by an official with the household, or neither yet. */
export const ConsentState = z.enum(['missing', 'given', 'confirmed']);
export type ConsentState = z.infer<typeof ConsentState>;

const ApplicationSummary = z
  .object({
    id: z.string(),
    programme: z.object({ code: z.string(), name: Bilingual }),
    /** Null where a village collective applies itself. */
    registerNo: z.string().nullable(),
    /** The head of the household, or the collective; of a helper’s application, once the consent is there. */
    applicant: z.string().nullable(),
    /** Null where the household files itself, and of a collective. */
    consent: ConsentState.nullable(),
    caseNo: z.string().nullable(),
    stage: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'ApplicationSummary' });
export type ApplicationSummary = z.infer<typeof ApplicationSummary>;
export const ApplicationPage = pageOf(ApplicationSummary);
export const ApplicationQuery = z.strictObject(PageQuery);

/** Kept for good with its idempotency key: holds nothing about persons. */
export const DraftCreated = z.object({ id: z.string() });

/** What the household takes home: its case number, the next step, who has it, by when. */
export const SubmissionReceipt = z
  .object({
    caseNo: z.string(),
    submittedAt: Instant,
    next: z.object({ stage: z.string(), name: Bilingual, who: Bilingual, dueAt: Instant }),
    text: Bilingual,
  })
  .meta({ id: 'SubmissionReceipt' });
export type SubmissionReceipt = z.infer<typeof SubmissionReceipt>;
