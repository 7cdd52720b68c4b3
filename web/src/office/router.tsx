import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { inboxSearch } from './inbox/search.js';
import { Failed } from './pages/failed.js';
import { InboxPage } from './pages/inbox.js';
import { NotFound } from './pages/not-found.js';
import { Frame } from './parts/frame.js';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Frame, notFoundComponent: NotFound });

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

const router = createRouter({
  routeTree: root.addChildren([inbox, task, caseOf]),
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
