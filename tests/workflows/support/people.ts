import { createHash } from 'node:crypto';
import type { Stage } from '../../../domain/rules/stages.js';
import type { Actor } from '../../../domain/schemas/act.js';
import type { Role } from '../../../domain/rules/roles.js';

/** Codes of a county, one of its townships and a village there; none of them exists. */
export const COUNTY = '339901';
const TOWNSHIP = `${COUNTY}101`;
export const VILLAGE = `${TOWNSHIP}201`;

export const official = (name: string, role: Role, office: string, areaCode = COUNTY): Actor => ({
  ...{ id: idOf(name), role, officeId: idOf(office), areaCode },
});

export const household: Actor = { id: idOf('household-1'), role: 'household' };
export const helper: Actor = { id: idOf('helper-1'), role: 'helper' };

export const checker = official('checker-1', 'countyChecker', 'poverty-office');
export const otherChecker = official('checker-2', 'countyChecker', 'poverty-office');
export const verifiers = [
  official('verifier-1', 'townshipVerifier', 'township-office', TOWNSHIP),
  official('verifier-2', 'townshipVerifier', 'township-office', TOWNSHIP),
] as const;
const villageCadre = official('cadre-1', 'villageCadre', 'village-committee', VILLAGE);
const townshipClerk = official('clerk-1', 'townshipClerk', 'township-office', TOWNSHIP);
export const approver = official('approver-1', 'countyApprover', 'poverty-office');
export const otherApprover = official('approver-2', 'countyApprover', 'poverty-office');
const supervisor = official('supervisor-1', 'countySupervisor', 'supervision-office');
export const inspectors = [
  official('inspector-1', 'inspector', 'agriculture-office'),
  official('inspector-2', 'inspector', 'township-office', TOWNSHIP),
] as const;
/** One appraises, the other two accept. */
const housingOfficers = [
  official('housing-1', 'housingOfficer', 'housing-office'),
  official('housing-2', 'housingOfficer', 'housing-office'),
  official('housing-3', 'housingOfficer', 'housing-office'),
] as const;
export const paymentMaker = official('payment-maker-1', 'paymentMaker', 'poverty-office');
const paymentReviewer = official('payment-reviewer-1', 'paymentReviewer', 'finance-office');
const reviewer = official('reviewer-1', 'reviewer', 'audit-office');

/** Who acts at a stage in an uneventful case, with whom where two sign. */
export const STAFF: { readonly [S in Stage]?: readonly [Actor] | readonly [Actor, Actor] } = {
  villageEndorsement: [villageCadre],
  townshipEndorsement: [townshipClerk],
  initialCheck: [checker],
  townshipVerification: verifiers,
  projectApproval: [approver],
  noticePosting: [verifiers[0]],
  publicNotice: [verifiers[0]],
  objectionHearing: [supervisor],
  internalReview: [supervisor],
  acceptanceInspection: inspectors,
  paymentPreparation: [paymentMaker],
  paymentReview: [paymentReviewer],
  entitlementApproval: [approver],
  periodFunding: [approver],
  reliefDecision: [approver],
  reliefConfirmation: [otherApprover],
  householdChange: [checker],
  consentConfirmation: [townshipClerk],
  payeeChoice: [paymentMaker],
  performanceReview: [reviewer],
  houseAppraisal: [housingOfficers[0]],
  housingApproval: [approver],
  worksAcceptance: [housingOfficers[1], housingOfficers[2]],
  otherHousing: [housingOfficers[1]],
  agreementOffer: [verifiers[0]],
  movingInInspection: inspectors,
  followUpVisit: [verifiers[0]],
  residenceSettlement: [official('police-1', 'registrationOfficer', 'police')],
  schoolSettlement: [official('education-1', 'educationOfficer', 'education-office')],
  clinicSettlement: [official('health-1', 'healthOfficer', 'health-office')],
  workSettlement: [official('employment-1', 'employmentOfficer', 'employment-office')],
  insuranceSettlement: [official('employment-1', 'employmentOfficer', 'employment-office')],
  homesteadInspection: [
    official('inspector-3', 'inspector', 'agriculture-office'),
    official('inspector-4', 'inspector', 'land-office'),
  ],
};

/** As long as the IDs of the database are: a history is measured with them. */
function idOf(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-');
}
