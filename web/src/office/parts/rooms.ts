import { OFFICIAL_ROLES, type Role } from '../../../../domain/rules/roles.js';
import { ADMIN_ROOMS } from './admin-rooms.js';

const MONEY: readonly Role[] = ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'];
const HOUSING: readonly Role[] = [
  ...(['housingOfficer', 'inspector', 'townshipVerifier', 'countyApprover', 'countySupervisor', 'auditor'] as const),
];
const CASES: readonly Role[] = [
  ...(['countyChecker', 'countyApprover', 'townshipVerifier', 'reviewer', ...MONEY, ...HOUSING] as const),
];

const BOARDS: readonly Role[] = ['townshipVerifier', 'townshipClerk', 'countyChecker', 'countySupervisor', 'auditor'];

const ARCHIVES: readonly Role[] = ['archivist', 'countySupervisor', 'countyApprover', 'auditor'];

/** The rooms of the office, and who has something to do in them. */
export const ROOMS = {
  inbox: { to: '/', roles: OFFICIAL_ROLES.filter((role) => role !== 'administrator') },
  findings: { to: '/findings', roles: CASES },
  substitutes: { to: '/substitutes', roles: CASES },
  overview: { to: '/overview', roles: ['countySupervisor', 'auditor'] },
  houses: { to: '/houses', roles: HOUSING },
  schedules: { to: '/schedules', roles: MONEY },
  batches: { to: '/batches', roles: MONEY },
  payments: { to: '/payments', roles: MONEY },
  holds: { to: '/holds', roles: MONEY },
  discrepancies: { to: '/discrepancies', roles: MONEY },
  reconciliations: { to: '/reconciliations', roles: MONEY },
  recoveries: { to: '/recoveries', roles: MONEY },
  funds: { to: '/funds', roles: MONEY },
  yearEnds: { to: '/year-ends', roles: MONEY },
  jointNotices: { to: '/joint-notices', roles: BOARDS },
  archives: { to: '/archives', roles: ARCHIVES },
  archiveLists: { to: '/archive-lists', roles: ARCHIVES },
  ...ADMIN_ROOMS,
  people: { to: '/people', roles: ['countySupervisor', 'administrator', 'auditor'] },
  calendar: { to: '/calendar', roles: [...CASES, 'administrator'] },
} as const satisfies Record<string, { to: string; roles: readonly Role[] }>;

export type Room = keyof typeof ROOMS;

export const roomsFor = (roles: readonly Role[]): Room[] =>
  (Object.keys(ROOMS) as Room[]).filter((room) =>
    (ROOMS[room].roles as readonly Role[]).some((role) => roles.includes(role)),
  );
