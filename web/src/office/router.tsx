import { createRoute, createRouter, lazyRouteComponent, RouterProvider } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { adminRoutes } from './admin-routes.js';
import { inboxSearch } from './inbox/search.js';
import { Failed } from './pages/failed.js';
import { InboxPage } from './pages/inbox.js';
import { root } from './root.js';

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: inboxSearch,
  component: InboxPage,
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./pages/task.js'), 'TaskPage'),
});

const caseOf = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseNo',
  component: lazyRouteComponent(() => import('./pages/case.js'), 'CasePage'),
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  component: lazyRouteComponent(() => import('./pages/overview.js'), 'OverviewPage'),
});

const findings = createRoute({
  getParentRoute: () => root,
  path: '/findings',
  component: lazyRouteComponent(() => import('./pages/findings.js'), 'FindingsPage'),
});

const houses = createRoute({
  getParentRoute: () => root,
  path: '/houses',
  component: lazyRouteComponent(() => import('./pages/houses.js'), 'HousesPage'),
});

const schedules = createRoute({
  getParentRoute: () => root,
  path: '/schedules',
  component: lazyRouteComponent(() => import('./pages/schedules.js'), 'SchedulesPage'),
});

const schedule = createRoute({
  getParentRoute: () => root,
  path: '/schedules/$no',
  component: lazyRouteComponent(() => import('./pages/schedule.js'), 'SchedulePage'),
});

const batches = createRoute({
  getParentRoute: () => root,
  path: '/batches',
  component: lazyRouteComponent(() => import('./pages/batches.js'), 'BatchesPage'),
});

const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  component: lazyRouteComponent(() => import('./pages/payments.js'), 'PaymentsPage'),
});

const holds = createRoute({
  getParentRoute: () => root,
  path: '/holds',
  component: lazyRouteComponent(() => import('./pages/holds.js'), 'HoldsPage'),
});

const discrepancies = createRoute({
  getParentRoute: () => root,
  path: '/discrepancies',
  component: lazyRouteComponent(() => import('./pages/discrepancies.js'), 'DiscrepanciesPage'),
});

const reconciliations = createRoute({
  getParentRoute: () => root,
  path: '/reconciliations',
  component: lazyRouteComponent(() => import('./pages/reconciliations.js'), 'ReconciliationsPage'),
});

const recoveries = createRoute({
  getParentRoute: () => root,
  path: '/recoveries',
  component: lazyRouteComponent(() => import('./pages/recoveries.js'), 'RecoveriesPage'),
});

const funds = createRoute({
  getParentRoute: () => root,
  path: '/funds',
  component: lazyRouteComponent(() => import('./pages/funds.js'), 'FundsPage'),
});

const fund = createRoute({
  getParentRoute: () => root,
  path: '/funds/$fundId',
  component: lazyRouteComponent(() => import('./pages/fund.js'), 'FundPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people.js'), 'PeoplePage'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./pages/calendar.js'), 'CalendarPage'),
});

const router = createRouter({
  routeTree: root.addChildren([
    ...[inbox, task, caseOf, overview, findings, houses, people, calendar],
    ...[schedules, schedule, batches, payments, holds, discrepancies, reconciliations, recoveries, funds, fund],
    ...adminRoutes,
  ]),
  basepath: '/office',
  context: { client: undefined as unknown as QueryClient },
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The officials' portal. */
export const Office = ({ client }: { readonly client: QueryClient }) => (
  <RouterProvider router={router} context={{ client }} />
);
