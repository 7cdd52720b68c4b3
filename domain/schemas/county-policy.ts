import { z } from 'zod';
import { FONDS } from '../rules/archive-number.js';
import { say } from './common.js';
import { TermSchema } from './transition.js';

const FONDS_SHAPE = say('全宗号为3至6位大写字母或数字', 'A fonds number has 3 to 6 capital letters or digits');
const workingDays = z.number().int().positive();

/** Orders that one file holds at most, whatever a county says. */
const MOST_ORDERS = 5000;

/** Working days by which relief is with those in need. */
const ReliefWorkingDays = z.strictObject({
  townshipVerification: workingDays.default(2),
  reliefDecision: workingDays.default(1),
  paymentPreparation: workingDays.default(1),
  paymentReview: workingDays.default(1),
  bankTransfer: workingDays.default(2),
});

/** What the plan leaves to the county: spans of time, limits. Versioned data; the defaults are an example. */
export const CountyPolicy = z.strictObject({
  countyCode: z.string().regex(/^\d{6}$/),
  version: z.number().int().positive(),
  /** Working days each stage has before it is overdue and goes to the supervisor. */
  stageWorkingDays: z.strictObject({
    /** 逐级申报: a county that says nothing of them gives five. */
    villageEndorsement: workingDays.default(5),
    townshipEndorsement: workingDays.default(5),
    initialCheck: workingDays,
    townshipVerification: workingDays,
    projectApproval: workingDays,
    noticePosting: workingDays,
    /** After the end of the term. */
    publicNotice: workingDays,
    objectionHearing: workingDays,
    internalReview: workingDays,
    acceptanceInspection: workingDays,
    paymentPreparation: workingDays,
    paymentReview: workingDays,
    bankTransfer: workingDays,
    householdChange: workingDays,
    consentConfirmation: workingDays.default(5),
    performanceReview: workingDays,
    entitlementApproval: workingDays.default(5),
    periodFunding: workingDays.default(5),
    houseAppraisal: workingDays.default(10),
    housingApproval: workingDays.default(5),
    worksAcceptance: workingDays.default(10),
    otherHousing: workingDays.default(60),
    agreementOffer: workingDays.default(10),
    movingInInspection: workingDays.default(10),
    homesteadInspection: workingDays.default(10),
    followUpVisit: workingDays.default(15),
    residenceSettlement: workingDays.default(15),
    schoolSettlement: workingDays.default(15),
    clinicSettlement: workingDays.default(15),
    workSettlement: workingDays.default(15),
    insuranceSettlement: workingDays.default(15),
    recoverySignature: workingDays.default(5),
    setOffSignature: workingDays.default(5),
    loanSignature: workingDays.default(5),
  }),
  /** Spans that change the case when they pass. */
  terms: z.strictObject({
    correction: TermSchema,
    promisedPapers: TermSchema,
    internalReview: TermSchema,
    /** How long approved cases of a bundle wait for the others before they are published without them. */
    noticeGathering: TermSchema.default({ workingDays: 30 }),
    publicNotice: TermSchema,
    projectWork: TermSchema,
    projectExtension: TermSchema,
    reviewDue: TermSchema,
    reviewReport: TermSchema,
  }),
  /** How payments go to the bank; a county that says nothing of it pays by these. */
  payments: z
    .strictObject({
      /** Time of a working day, Asia/Shanghai, at which its reviewed orders go to the bank. */
      cutOff: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .default('15:00'),
      /** Orders in one file. */
      batchSize: z.number().int().positive().max(MOST_ORDERS).default(MOST_ORDERS),
      /** An order, or a payee schedule, above it needs a third signature. */
      thirdSignatureAboveFen: z.number().int().nonnegative().default(10_000_000),
      /** What of a payment may be kept back for claims. */
      setOffLimitBasisPoints: z.number().int().min(0).max(10_000).default(5_000),
    })
    .prefault({}),
  /** 三(五) 危旧房改造、异地搬迁: a county that says nothing of it renovates and relocates by these. */
  housing: z
    .strictObject({
      /** From the entry of an unsafe house to its closing; it changes nothing by itself. */
      renovationDue: TermSchema.default({ months: 12 }),
      /** From the decision to the start of the works. */
      worksStart: TermSchema.default({ months: 3 }),
      /** 三(五) 异地搬迁: residential building land for each person who moves, on average. */
      landPerPersonSquareMetres: z.number().int().positive().default(80),
      /** The day on which persons are counted; without it, the day of application. */
      headcountOn: z.iso.date().optional(),
      /** To sign the agreement that was offered. */
      agreement: TermSchema.default({ workingDays: 30 }),
      /** What of the subsidy is paid before the household has moved; 0: all of it at the end. */
      firstInstalmentBasisPoints: z.number().int().min(0).max(9_000).default(5_000),
      /** What of a renovation's subsidy is paid when its works begin; without it, all of it after they are accepted. */
      worksFirstInstalmentBasisPoints: z.number().int().min(0).max(9_000).optional(),
      movingIn: TermSchema.default({ months: 12 }),
      /** 后续帮扶: when a household that has moved is visited. */
      followUpVisits: z
        .array(TermSchema)
        .max(12)
        .default([{ months: 3 }, { months: 6 }, { months: 12 }]),
      /** What becomes of the old homestead, and by when. */
      oldHomestead: TermSchema.default({ months: 6 }),
      oldHomesteadRule: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).default({
        zh: '拆除旧宅，宅基地退回村集体',
        en: 'The old house is taken down, its land goes back to the village',
      }),
    })
    .prefault({}),
  /** Relief is paid within days; a county that says nothing of it decides by these. */
  relief: z
    .strictObject({
      /** How long a second officer has to confirm what was paid; after it the money is claimed back. */
      confirmation: TermSchema.default({ workingDays: 10 }),
      /** Working days each stage has before it is overdue, in place of the ordinary ones. */
      stageWorkingDays: ReliefWorkingDays.prefault({}),
    })
    .prefault({}),
  /** 档案: the fonds that the county's archives have given; without it, the one that the county began with. */
  archives: z.strictObject({ fondsNo: z.string().regex(FONDS, FONDS_SHAPE).optional() }).optional(),
  /** Whom refused applicants can turn to, with the time limits, as it stands in the decision. */
  remedies: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
});
export type CountyPolicy = z.infer<typeof CountyPolicy>;

/** Working days that a stage has before it is overdue; relief has days of its own. Undefined where none are set. */
export function workingDaysAt(policy: CountyPolicy, stage: string, urgent: boolean): number | undefined {
  const of = (days: Readonly<Record<string, number>>) => days[stage];
  return (urgent ? of(policy.relief.stageWorkingDays) : undefined) ?? of(policy.stageWorkingDays);
}

/** Working days and terms of the example policy (the numbers in brackets of the policy summary). */
export const EXAMPLE_POLICY = {
  stageWorkingDays: {
    villageEndorsement: 5,
    townshipEndorsement: 5,
    initialCheck: 5,
    townshipVerification: 10,
    projectApproval: 5,
    noticePosting: 3,
    publicNotice: 3,
    objectionHearing: 10,
    internalReview: 10,
    acceptanceInspection: 10,
    paymentPreparation: 5,
    paymentReview: 5,
    bankTransfer: 3,
    householdChange: 5,
    consentConfirmation: 5,
    performanceReview: 20,
    entitlementApproval: 5,
    periodFunding: 5,
    houseAppraisal: 10,
    housingApproval: 5,
    worksAcceptance: 10,
    otherHousing: 60,
    agreementOffer: 10,
    movingInInspection: 10,
    homesteadInspection: 10,
    followUpVisit: 15,
    residenceSettlement: 15,
    schoolSettlement: 15,
    clinicSettlement: 15,
    workSettlement: 15,
    insuranceSettlement: 15,
    recoverySignature: 5,
    setOffSignature: 5,
    loanSignature: 5,
  },
  terms: {
    correction: { workingDays: 15 },
    promisedPapers: { workingDays: 10 },
    internalReview: { calendarDays: 15 },
    noticeGathering: { workingDays: 30 },
    publicNotice: { calendarDays: 10, workingDays: 7 },
    projectWork: { months: 6 },
    projectExtension: { months: 3 },
    reviewDue: { months: 6 },
    reviewReport: { workingDays: 15 },
  },
  payments: { cutOff: '15:00', batchSize: 5000, thirdSignatureAboveFen: 10_000_000, setOffLimitBasisPoints: 5_000 },
  housing: {
    renovationDue: { months: 12 },
    worksStart: { months: 3 },
    landPerPersonSquareMetres: 80,
    agreement: { workingDays: 30 },
    firstInstalmentBasisPoints: 5_000,
    movingIn: { months: 12 },
    followUpVisits: [{ months: 3 }, { months: 6 }, { months: 12 }],
    oldHomestead: { months: 6 },
    oldHomesteadRule: {
      zh: '拆除旧宅，宅基地退回村集体',
      en: 'The old house is taken down, its land goes back to the village',
    },
  },
  relief: {
    confirmation: { workingDays: 10 },
    stageWorkingDays: {
      townshipVerification: 2,
      reliefDecision: 1,
      paymentPreparation: 1,
      paymentReview: 1,
      bankTransfer: 2,
    },
  },
  remedies: {
    zh: '如不服本决定，可在收到之日起15日内申请内部复核；也可依法在60日内申请行政复议，或在6个月内提起行政诉讼。监督举报电话：12317。',
    en: 'You may ask for an internal review within 15 days of receipt, apply for administrative reconsideration within 60 days, or bring an administrative action within 6 months. Report line: 12317.',
  },
} as const satisfies Omit<CountyPolicy, 'countyCode' | 'version'>;
