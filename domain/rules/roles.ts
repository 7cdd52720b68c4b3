/** Who acts in a case. Names of the offices behind them are data. */
export const ROLES = [
  'household',
  'helper',
  'villageCadre',
  'townshipClerk',
  'countyChecker',
  'countyApprover',
  'countySupervisor',
  'townshipVerifier',
  'inspector',
  'housingOfficer',
  'registrationOfficer',
  'educationOfficer',
  'healthOfficer',
  'employmentOfficer',
  'paymentMaker',
  'paymentReviewer',
  'reviewer',
  'archivist',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles held by officials; households and their helpers sign in by phone. */
export const OFFICIAL_ROLES = ROLES.filter((role) => role !== 'household' && role !== 'helper');
