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
  sites: { to: '/sites', roles: ['countyChecker', 'countyApprover', 'housingOfficer', 'countySupervisor', 'auditor'] },
  register: { to: '/register', roles: ['countyChecker', 'townshipVerifier', 'administrator'] },
  programmes: {
    to: '/programmes',
    roles: ['countyChecker', 'countyApprover', 'countySupervisor', 'auditor', 'administrator'],
  },
  routes: { to: '/routes', roles: [...BUNDLES, 'administrator'] },
  policy: { to: '/policy', roles: ['countyChecker', 'countyApprover', 'countySupervisor', 'auditor', 'administrator'] },
  staff: { to: '/staff', roles: ['administrator'] },
  offices: { to: '/offices', roles: ['administrator'] },
  payees: { to: '/payees', roles: OFFICE_AND_FINANCE },
} as const satisfies Record<string, { to: string; roles: readonly Role[] }>;
