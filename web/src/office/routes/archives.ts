import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.js';

const archives = createRoute({
  getParentRoute: () => root,
  path: '/archives',
  component: lazyRouteComponent(() => import('../pages/archives.js'), 'ArchivesPage'),
});

const archive = createRoute({
  getParentRoute: () => root,
  path: '/archives/$caseNo',
  component: lazyRouteComponent(() => import('../pages/archive.js'), 'ArchivePage'),
});

const archiveLists = createRoute({
  getParentRoute: () => root,
  path: '/archive-lists',
  component: lazyRouteComponent(() => import('../pages/archive-lists.js'), 'ArchiveListsPage'),
});

const archiveList = createRoute({
  getParentRoute: () => root,
  path: '/archive-lists/$no',
  component: lazyRouteComponent(() => import('../pages/archive-list.js'), 'ArchiveListPage'),
});

/** 档案 */
export const archiveRoutes = [archives, archive, archiveLists, archiveList];
