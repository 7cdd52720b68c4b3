import type { Role } from '../../../../domain/rules/roles.js';

const BUNDLES: readonly Role[] = [
  ...(['villageCadre', 'townshipClerk', 'townshipVerifier', 'countyChecker'] as const),
  ...(['countyApprover', 'countySupervisor', 'auditor'] as const),
];

const OFFICE_AND_FINANCE: readonly Role[] = [
  ...(['countyApprover', 'paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'] as const),
];

/** The rooms of what is applied for together, paid by period, entered and administered. */
export const ADMIN_ROOMS = {
  visits: { to: '/visits', roles: ['townshipVerifier', 'inspector', 'housingOfficer'] },
  bundles: { to: '/bundles', roles: BUNDLES },
  entitlements: { to: '/entitlements', roles: ['countyChecker', 'townshipVerifier', ...OFFICE_AND_FINANCE] },
  assets: { to: '/assets', roles: OFFICE_AND_FINANCE },
  dividends: { to: '/dividends', roles: OFFICE_AND_FINANCE },
  payees: { to: '/payees', roles: OFFICE_AND_FINANCE },
} as const satisfies Record<string, { to: string; roles: readonly Role[] }>;
