import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.js';

const bundles = createRoute({
  getParentRoute: () => root,
  path: '/bundles',
  component: lazyRouteComponent(() => import('./pages/bundles.js'), 'BundlesPage'),
});

const bundle = createRoute({
  getParentRoute: () => root,
  path: '/bundles/$no',
  component: lazyRouteComponent(() => import('./pages/bundle.js'), 'BundlePage'),
});

const assets = createRoute({
  getParentRoute: () => root,
  path: '/assets',
  component: lazyRouteComponent(() => import('./pages/assets.js'), 'AssetsPage'),
});

const dividends = createRoute({
  getParentRoute: () => root,
  path: '/dividends',
  component: lazyRouteComponent(() => import('./pages/dividends.js'), 'DividendsPage'),
});

const dividend = createRoute({
  getParentRoute: () => root,
  path: '/dividends/$no',
  component: lazyRouteComponent(() => import('./pages/dividend.js'), 'DividendPage'),
});

const entitlements = createRoute({
  getParentRoute: () => root,
  path: '/entitlements',
  component: lazyRouteComponent(() => import('./pages/entitlements.js'), 'EntitlementsPage'),
});

const entitlement = createRoute({
  getParentRoute: () => root,
  path: '/entitlements/$caseNo',
  component: lazyRouteComponent(() => import('./pages/entitlement.js'), 'EntitlementPage'),
});

const payees = createRoute({
  getParentRoute: () => root,
  path: '/payees',
  component: lazyRouteComponent(() => import('./pages/payees.js'), 'PayeesPage'),
});

const visitsOf = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  component: lazyRouteComponent(() => import('./pages/visits.js'), 'VisitsPage'),
});

const visit = createRoute({
  getParentRoute: () => root,
  path: '/visits/$id',
  component: lazyRouteComponent(() => import('./pages/visit.js'), 'VisitPage'),
});

/** The pages of what is applied for together, paid by period, entered and administered. */
export const adminRoutes = [
  ...[bundles, bundle, assets, dividends, dividend, entitlements, entitlement, payees],
  ...[visitsOf, visit],
];
