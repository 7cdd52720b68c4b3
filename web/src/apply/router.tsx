import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  RouterProvider,
} from '@tanstack/react-router';
import { whomAt } from './helping/whom.js';
import { Frame } from './parts/frame.js';
import { HomePage } from './pages/home.js';
import { NotFound } from '../common/parts/not-found.js';
import { Failed } from './pages/failed.js';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

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

const begin = createRoute({
  getParentRoute: () => root,
  path: '/begin/$code',
  component: lazyRouteComponent(() => import('./pages/begin.js'), 'BeginPage'),
});

const household = createRoute({
  getParentRoute: () => root,
  path: '/household',
  beforeLoad: ({ location }) => {
    if (whomAt(location) === undefined) redirect({ to: '/', replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import('./pages/household.js'), 'HouseholdPage'),
});

const check = createRoute({
  getParentRoute: () => root,
  path: '/applications/$id',
  component: lazyRouteComponent(() => import('./pages/check.js'), 'CheckPage'),
});

const question = createRoute({
  getParentRoute: () => root,
  path: '/applications/$id/$question',
  validateSearch: ({ from }: Record<string, unknown>): { from?: 'check' } => (from === 'check' ? { from } : {}),
  component: lazyRouteComponent(() => import('./pages/question.js'), 'QuestionPage'),
});

const aCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseNo',
  component: lazyRouteComponent(() => import('./pages/case.js'), 'CasePage'),
});

const receipt = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseNo/receipt',
  component: lazyRouteComponent(() => import('./pages/receipt.js'), 'ReceiptPage'),
});

const step = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseNo/$step',
  component: lazyRouteComponent(() => import('./pages/step.js'), 'StepPage'),
});

const entitlement = createRoute({
  getParentRoute: () => root,
  path: '/entitlements/$caseNo',
  component: lazyRouteComponent(() => import('./pages/entitlement.js'), 'EntitlementPage'),
});

const pages = [home, signIn, identity, programme, begin, household, check, question, aCase, receipt, step, entitlement];

const router = createRouter({
  routeTree: root.addChildren(pages),
  basepath: '/apply',
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The page of the address is there: it is drawn in small steps, where the router alone would draw it at one go. */
export const opened = (): Promise<void> => router.load();

/** The households' portal. */
export const Apply = () => <RouterProvider router={router} />;
