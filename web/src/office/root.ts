import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from '../common/parts/not-found.js';
import { Frame } from './parts/frame.js';

/** What every page of the office lies in. */
export const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
});
