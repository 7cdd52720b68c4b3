import { createRootRoute, createRoute, createRouter, lazyRouteComponent, RouterProvider } from '@tanstack/react-router';
import { Failed } from './pages/failed.js';
import { NotFound } from '../common/parts/not-found.js';
import { SearchPage } from './pages/search.js';
import { Frame } from './parts/frame.js';
import { textsIn } from './parts/texts-in.js';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const search = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: textsIn('text', 'year', 'area', 'running', 'outcome', 'official'),
  component: SearchPage,
});

const caseOf = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseNo',
  component: lazyRouteComponent(() => import('./pages/case.js'), 'CasePage'),
});

const statistics = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  validateSearch: textsIn('year', 'area'),
  component: lazyRouteComponent(() => import('./pages/statistics.js'), 'StatisticsPage'),
});

const figure = createRoute({
  getParentRoute: () => root,
  path: '/statistics/$figure',
  validateSearch: textsIn('year', 'area', 'key', 'name'),
  component: lazyRouteComponent(() => import('./pages/figure.js'), 'FigurePage'),
});

const sample = createRoute({
  getParentRoute: () => root,
  path: '/sample',
  validateSearch: textsIn('year', 'area', 'method', 'by', 'seed', 'size'),
  component: lazyRouteComponent(() => import('./pages/sample.js'), 'SamplePage'),
});

const findings = createRoute({
  getParentRoute: () => root,
  path: '/findings',
  component: lazyRouteComponent(() => import('./pages/findings.js'), 'FindingsPage'),
});

const finding = createRoute({
  getParentRoute: () => root,
  path: '/findings/$id',
  component: lazyRouteComponent(() => import('./pages/finding.js'), 'FindingPage'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  component: lazyRouteComponent(() => import('./pages/verify.js'), 'VerifyPage'),
});

const verification = createRoute({
  getParentRoute: () => root,
  path: '/verify/$id',
  component: lazyRouteComponent(() => import('./pages/verification.js'), 'VerificationPage'),
});

const router = createRouter({
  routeTree: root.addChildren([search, caseOf, statistics, figure, sample, findings, finding, verify, verification]),
  basepath: '/audit',
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The auditors' portal. */
export const Audit = () => <RouterProvider router={router} />;
