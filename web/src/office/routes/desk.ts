import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.js';
import { tasksSearch } from '../supervision/tasks-search.js';

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  component: lazyRouteComponent(() => import('../pages/overview.js'), 'OverviewPage'),
});

const supervisedTasks = createRoute({
  getParentRoute: () => root,
  path: '/overview/tasks',
  validateSearch: tasksSearch,
  component: lazyRouteComponent(() => import('../pages/supervised-tasks.js'), 'SupervisedTasksPage'),
});

const substitutes = createRoute({
  getParentRoute: () => root,
  path: '/substitutes',
  component: lazyRouteComponent(() => import('../pages/substitutes.js'), 'SubstitutesPage'),
});

const jointNotices = createRoute({
  getParentRoute: () => root,
  path: '/joint-notices',
  component: lazyRouteComponent(() => import('../pages/joint-notices.js'), 'JointNoticesPage'),
});

const jointNotice = createRoute({
  getParentRoute: () => root,
  path: '/joint-notices/$no',
  component: lazyRouteComponent(() => import('../pages/joint-notice.js'), 'JointNoticePage'),
});

/** The supervisor's desk, and what is posted on village boards. */
export const deskRoutes = [overview, supervisedTasks, substitutes, jointNotices, jointNotice];
