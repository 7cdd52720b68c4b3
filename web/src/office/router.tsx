import { createRoute, createRouter, lazyRouteComponent, RouterProvider } from '@tanstack/react-router';
import { adminRoutes } from './admin-routes.js';
import { inboxSearch } from './inbox/search.js';
import { Failed } from './pages/failed.js';
import { InboxPage } from './pages/inbox.js';
import { root } from './root.js';
import { archiveRoutes } from './routes/archives.js';
import { deskRoutes } from './routes/desk.js';
import { moneyRoutes } from './routes/money.js';

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
    ...[inbox, task, caseOf, findings, houses, people, calendar],
    ...moneyRoutes,
    ...deskRoutes,
    ...archiveRoutes,
    ...adminRoutes,
  ]),
  basepath: '/office',
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The officials' portal. */
export const Office = () => <RouterProvider router={router} />;
