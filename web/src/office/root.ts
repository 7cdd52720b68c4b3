import { createRootRouteWithContext } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { NotFound } from '../common/parts/not-found.js';
import { Frame } from './parts/frame.js';

/** What every page of the office lies in. */
export const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Frame,
  notFoundComponent: NotFound,
});
