import { caseNumber } from '../../../domain/rules/case-number.js';
import type {
  Application,
  FollowUpCommission,
  ReturnCommission,
  ReviewCommission,
} from '../../../domain/schemas/application.js';
import { EXAMPLE_POLICY } from '../../../domain/schemas/county-policy.js';
import { COUNTY, household, VILLAGE } from './people.js';

/** 300 yuan per mu, at most 3 000 yuan; quantities in hundredths of a mu. */
const STANDARD = { kind: 'perUnit', fenPerUnit: 30_000, scale: 2, capFen: 300_000 } as const;
const LIMITS = { minimum: 100, maximum: 2_000 } as const;
/** 8.00 mu. */
export const QUANTITY = 800;
export const AMOUNT_FEN = 240_000;

/** Danger of grade D, as an ordinal. */
export const DANGER = 4;
/** What a house of grade D gets. */
export const RENOVATION_FEN = 2_000_000;

const { worksStart, agreement, movingIn, oldHomestead } = EXAMPLE_POLICY.housing;
const { landPerPersonSquareMetres, firstInstalmentBasisPoints } = EXAMPLE_POLICY.housing;
export const HOUSING = {
  ...{ worksStart, agreement, movingIn, oldHomestead, landPerPersonSquareMetres, firstInstalmentBasisPoints },
};

let serial = 0;

/** What a case begins with; numbered anew with every call. */
export function application(changes: Partial<Application> = {}): Application {
  return {
    ...{ caseNo: nextCaseNo(), strand: 'case', householdId: household.id, areaCode: VILLAGE },
    ...{ programmeDigest: 'a1'.repeat(32), policyDigest: 'c2'.repeat(32) },
    ...{ standard: STANDARD, limits: LIMITS, quantity: QUANTITY, paidAfterAcceptance: false, promisedPapers: [] },
    terms: EXAMPLE_POLICY.terms,
    ...changes,
  };
}

/** What the renovation of a house begins with that its household takes for grade C. */
export const renovation = (changes: Partial<Application> = {}): Application =>
  application({
    ...{ workflow: 'renovation', quantity: 3, limits: { minimum: 3, maximum: 4 } },
    ...{ standard: { kind: 'byGrade', fenByGrade: [0, 0, 1_500_000, RENOVATION_FEN] } },
    housing: HOUSING,
    ...changes,
  });

/** 300 yuan a month of a long lease, at most 15 000; its months. */
export const RENT = {
  ...{ minimum: 12, maximum: 60 },
  standard: { kind: 'perUnit', fenPerUnit: 30_000, scale: 0, capFen: 1_500_000 },
} as const;

/** What the relocation of four persons is worth. */
export const RELOCATION_FEN = 8_000_000;

export const relocation = (changes: Partial<Application> = {}): Application =>
  application({
    ...{ workflow: 'relocation', quantity: 4, limits: { minimum: 1, maximum: 20 }, housing: HOUSING },
    standard: { kind: 'perUnit', fenPerUnit: RELOCATION_FEN / 4, scale: 0, capFen: 40_000_000 },
    ...changes,
  });

export function commission(changes: Partial<ReviewCommission> = {}): ReviewCommission {
  return {
    ...{ caseNo: nextCaseNo(), strand: 'review', householdId: household.id, areaCode: VILLAGE },
    ...{ amountFen: AMOUNT_FEN, decisions: [], recused: [], terms: EXAMPLE_POLICY.terms },
    ...changes,
  };
}

/** A household that has moved. */
export function followUp(changes: Partial<FollowUpCommission> = {}): FollowUpCommission {
  return {
    ...{ caseNo: nextCaseNo(), strand: 'followUp', householdId: household.id, areaCode: VILLAGE },
    ...{ decisions: [], recused: [], visits: EXAMPLE_POLICY.housing.followUpVisits },
    ...changes,
  };
}

/** A case whose first order came back after it was credited. */
export function returned(changes: Partial<ReturnCommission> = {}): ReturnCommission {
  const caseNo = nextCaseNo();
  return {
    ...{ caseNo, strand: 'return', householdId: household.id, areaCode: VILLAGE, amountFen: AMOUNT_FEN },
    ...{ reference: `${caseNo}-P1`, nextAttempt: 2, firstSeq: 1, decisions: [], recused: [] },
    ...changes,
  };
}

export const nextBatchNo = () => `${COUNTY}-B20261123-${++serial}`;

export const nextDividendNo = () => `${COUNTY}-2026-D${String(++serial).padStart(4, '0')}`;

const nextCaseNo = () => caseNumber(COUNTY, 2026, ++serial);
