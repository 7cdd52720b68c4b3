import { useSyncExternalStore } from 'react';
import { KeptStore } from '../../common/kept/store.js';
import type { Visit } from './visit.js';

/** The visits that were taken along on this phone. */
export const visits = new KeptStore<Visit>({ database: 'zhibao-office', store: 'visits' });

/** The visit to what a task is about, as it is now. */
export const useVisit = (id: string): Visit | undefined =>
  useSyncExternalStore(visits.whenChanged, () => visits.all().get(id));

export const useVisits = (): ReadonlyMap<string, Visit> => useSyncExternalStore(visits.whenChanged, visits.all);
