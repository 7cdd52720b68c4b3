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

const sites = createRoute({
  getParentRoute: () => root,
  path: '/sites',
  component: lazyRouteComponent(() => import('./pages/sites.js'), 'SitesPage'),
});

const site = createRoute({
  getParentRoute: () => root,
  path: '/sites/$id',
  component: lazyRouteComponent(() => import('./pages/site.js'), 'SitePage'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(() => import('./pages/register.js'), 'RegisterPage'),
});

const routes = createRoute({
  getParentRoute: () => root,
  path: '/routes',
  component: lazyRouteComponent(() => import('./pages/routes.js'), 'RoutesPage'),
});

const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  component: lazyRouteComponent(() => import('./pages/programmes.js'), 'ProgrammesPage'),
});

const programme = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$code',
  component: lazyRouteComponent(() => import('./pages/programme.js'), 'ProgrammePage'),
});

const programmeDraft = createRoute({
  getParentRoute: () => root,
  path: '/programme-drafts/$id',
  component: lazyRouteComponent(() => import('./pages/programme-draft.js'), 'ProgrammeDraftPage'),
});

const staff = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  component: lazyRouteComponent(() => import('./pages/staff.js'), 'StaffPage'),
});

const offices = createRoute({
  getParentRoute: () => root,
  path: '/offices',
  component: lazyRouteComponent(() => import('./pages/offices.js'), 'OfficesPage'),
});

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => import('./pages/password.js'), 'PasswordPage'),
});

const policy = createRoute({
  getParentRoute: () => root,
  path: '/policy',
  component: lazyRouteComponent(() => import('./pages/policy.js'), 'PolicyPage'),
});

/** The pages of what is applied for together, paid by period, entered and administered. */
export const adminRoutes = [
  ...[bundles, bundle, assets, dividends, dividend, entitlements, entitlement, payees],
  ...[visitsOf, visit, sites, site, register, routes, programmes, programme, programmeDraft],
  ...[staff, offices, password, policy],
];
