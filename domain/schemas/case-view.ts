import { z } from 'zod';
import { StageName } from './act.js';
import { ConsentState } from './application-draft.js';
import { STRANDS } from './application.js';
import { AreaName, Bilingual, CaseNo, Coded, Fen, Instant, Person } from './common.js';
import { CaseHold } from './holds.js';
import { LedgerEntryView } from './ledger.js';
import { PaperView } from './paper.js';
import { PayeeName } from './payee.js';
import { PaymentWay } from './payment-way.js';
import { GuideStep } from './programme-view.js';
import { CaseRecovery, CaseSetOff } from './recoveries.js';
import { ServiceRated } from './service-rating.js';

export const CaseParams = z.strictObject({ caseNo: CaseNo });

export const CaseView = z
  .object({
    caseNo: z.string(),
    applicationId: z.string(),
    programme: Coded,
    /** Of a run: the entitlement that it pays, by the number of the case that granted it, and for which period. */
    run: z.object({ entitlementNo: z.string(), period: z.string() }).nullable(),
    applicant: z.string(),
    /** Of a personal subsidy: whom it is for. */
    person: z.object({ id: z.string(), name: z.string() }).nullable(),
    filedByHelper: z.boolean(),
    /** Of a helper’s application; null where the household filed itself. */
    consent: ConsentState.nullable(),
    area: z.object({ county: AreaName, township: AreaName, village: AreaName }),
    stage: Coded,
    running: z.boolean(),
    /** Whom it awaits and by when; several where a change in the household is looked at beside. */
    awaits: z.array(
      z.object({ stage: Coded, role: Coded, who: Bilingual, dueAt: Instant.nullable(), overdue: z.boolean() }),
    ),
    /** What is still to come where nothing unusual happens, in order; nothing of it once it is refused or closed. */
    ahead: z.array(GuideStep),
    /** At its public notice: until when objections are taken. */
    openNotice: z.object({ no: z.string(), closesAt: Instant.nullable(), open: z.boolean() }).nullable(),
    quantity: z.number().int(),
    /** In its unit, or the name of the grade: `12.50亩`, `D级`. */
    quantityText: Bilingual,
    unit: Bilingual,
    scale: z.number().int(),
    amountFen: Fen,
    /** 长期租赁: of how many months it is the rent; null where it is none. */
    rentMonths: z.number().int().nullable(),
    decisionNo: z.string().nullable(),
    submittedAt: Instant,
    closedAt: Instant.nullable(),
    /** When it was opened again, because its money came back after it was credited. */
    reopenedAt: Instant.nullable(),
    outcome: z
      .object({
        kind: Coded,
        reason: Coded.nullable(),
        basis: Bilingual.nullable(),
        words: z.string().nullable(),
        remedies: Bilingual.nullable(),
      })
      .nullable(),
    papers: z.array(PaperView),
    /** Promised at submission and not handed in yet. */
    owedPapers: z.array(z.object({ kind: z.string(), name: Bilingual })),
    /** Whom it pays at present in place of the household; null where it pays the household, or nobody is chosen yet. */
    payee: PayeeName.nullable(),
    /** 经农户同意: the household may say that somebody of the register is paid; null where it has no say. */
    payeeConsent: z.object({ mayTakeBack: z.boolean() }).nullable(),
    payments: z.array(PaymentWay),
    /** 抵扣: what was kept back of them for claims in other cases of the household. */
    setOffs: z.array(CaseSetOff),
    /** What keeps its payments from leaving at present. */
    holds: z.array(CaseHold),
    /** What of it has to come back. */
    recovery: CaseRecovery.nullable(),
    /** What was booked of its money, in order. */
    ledger: z.array(LedgerEntryView),
    notices: z.array(z.string()),
    /** Where the household moves: what is offered to it, or agreed on. */
    settlement: z
      .object({
        signed: z.boolean(),
        way: Coded,
        landSquareMetres: z.number().int(),
        site: z.string().nullable(),
        plotNo: z.string().nullable(),
      })
      .nullable(),
    /** How the household was served, in its own words. */
    rating: ServiceRated.nullable(),
    review: z
      .object({
        finding: Coded.nullable(),
        score: z.number().int().nullable(),
        /** What it looks at, by the programme, and what the household and whoever visited it said to each. */
        looksAt: z.array(z.object({ question: Bilingual, household: Coded.nullable(), official: Coded.nullable() })),
      })
      .nullable(),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof CaseView>;

/** A step of the case in plain words. */
export const TimelineEntry = z
  .object({
    strand: z.enum(STRANDS),
    seq: z.number().int(),
    kind: z.string(),
    /** Which stage was reached, where one was. */
    stage: StageName.optional(),
    at: Instant,
    text: Bilingual,
    who: z.array(Person),
    words: z.string().nullable(),
    dueAt: Instant.nullable(),
    amountFen: Fen.nullable(),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const Timeline = z.object({ caseNo: z.string(), entries: z.array(TimelineEntry) });
