import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ledgerSearch } from '../money/ledger-search.js';
import { root } from '../root.js';

const schedules = createRoute({
  getParentRoute: () => root,
  path: '/schedules',
  component: lazyRouteComponent(() => import('../pages/schedules.js'), 'SchedulesPage'),
});

const schedule = createRoute({
  getParentRoute: () => root,
  path: '/schedules/$no',
  component: lazyRouteComponent(() => import('../pages/schedule.js'), 'SchedulePage'),
});

const batches = createRoute({
  getParentRoute: () => root,
  path: '/batches',
  component: lazyRouteComponent(() => import('../pages/batches.js'), 'BatchesPage'),
});

const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  component: lazyRouteComponent(() => import('../pages/payments.js'), 'PaymentsPage'),
});

const holds = createRoute({
  getParentRoute: () => root,
  path: '/holds',
  component: lazyRouteComponent(() => import('../pages/holds.js'), 'HoldsPage'),
});

const discrepancies = createRoute({
  getParentRoute: () => root,
  path: '/discrepancies',
  component: lazyRouteComponent(() => import('../pages/discrepancies.js'), 'DiscrepanciesPage'),
});

const reconciliations = createRoute({
  getParentRoute: () => root,
  path: '/reconciliations',
  component: lazyRouteComponent(() => import('../pages/reconciliations.js'), 'ReconciliationsPage'),
});

const recoveries = createRoute({
  getParentRoute: () => root,
  path: '/recoveries',
  component: lazyRouteComponent(() => import('../pages/recoveries.js'), 'RecoveriesPage'),
});

const funds = createRoute({
  getParentRoute: () => root,
  path: '/funds',
  component: lazyRouteComponent(() => import('../pages/funds.js'), 'FundsPage'),
});

const fund = createRoute({
  getParentRoute: () => root,
  path: '/funds/$fundId',
  component: lazyRouteComponent(() => import('../pages/fund.js'), 'FundPage'),
});

const payment = createRoute({
  getParentRoute: () => root,
  path: '/payments/$reference',
  component: lazyRouteComponent(() => import('../pages/payment.js'), 'PaymentPage'),
});

const batch = createRoute({
  getParentRoute: () => root,
  path: '/batches/$no',
  component: lazyRouteComponent(() => import('../pages/batch.js'), 'BatchPage'),
});

const discrepancy = createRoute({
  getParentRoute: () => root,
  path: '/discrepancies/$id',
  component: lazyRouteComponent(() => import('../pages/discrepancy.js'), 'DiscrepancyPage'),
});

const reconciliation = createRoute({
  getParentRoute: () => root,
  path: '/reconciliations/$county/$date',
  component: lazyRouteComponent(() => import('../pages/reconciliation.js'), 'ReconciliationPage'),
});

const recovery = createRoute({
  getParentRoute: () => root,
  path: '/recoveries/$caseNo',
  component: lazyRouteComponent(() => import('../pages/recovery.js'), 'RecoveryPage'),
});

const allotments = createRoute({
  getParentRoute: () => root,
  path: '/allotments',
  component: lazyRouteComponent(() => import('../pages/allotments.js'), 'AllotmentsPage'),
});

const yearEnds = createRoute({
  getParentRoute: () => root,
  path: '/year-ends',
  component: lazyRouteComponent(() => import('../pages/year-ends.js'), 'YearEndsPage'),
});

const yearEnd = createRoute({
  getParentRoute: () => root,
  path: '/year-ends/$fundId',
  component: lazyRouteComponent(() => import('../pages/year-end.js'), 'YearEndPage'),
});

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('../pages/ledger.js'), 'LedgerPage'),
});

/** Where the money is looked after. */
export const moneyRoutes = [
  ...[schedules, schedule, batches, batch, payments, payment, holds, discrepancies, discrepancy],
  ...[reconciliations, reconciliation, recoveries, recovery],
  ...[funds, fund, allotments, ledger, yearEnds, yearEnd],
];
