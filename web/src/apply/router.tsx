import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { Frame } from './parts/frame.js';
import { HomePage } from './pages/home.js';
import { NotFound } from './pages/not-found.js';
import { Failed } from './pages/failed.js';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Frame, notFoundComponent: NotFound });

/** Where somebody was on the way to: an address of this portal and no other. */
const onwards = ({ to }: Record<string, unknown>): { to?: string } =>
  typeof to === 'string' && /^\/apply(?:\/|$)/.test(to) ? { to } : {};

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: onwards,
  component: lazyRouteComponent(() => import('./pages/sign-in.js'), 'SignInPage'),
});

const identity = createRoute({
  getParentRoute: () => root,
  path: '/identity',
  validateSearch: onwards,
  component: lazyRouteComponent(() => import('./pages/identity.js'), 'IdentityPage'),
});

const programme = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$code',
  component: lazyRouteComponent(() => import('./pages/programme.js'), 'ProgrammePage'),
});

const application = createRoute({
  getParentRoute: () => root,
  path: '/applications/$id',
  component: lazyRouteComponent(() => import('./pages/application.js'), 'ApplicationPage'),
});

const router = createRouter({
  routeTree: root.addChildren([home, signIn, identity, programme, application]),
  basepath: '/apply',
  context: { client: undefined as unknown as QueryClient },
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The households' portal. */
export const Apply = ({ client }: { readonly client: QueryClient }) => (
  <RouterProvider router={router} context={{ client }} />
);
