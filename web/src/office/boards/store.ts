import { useSyncExternalStore } from 'react';
import { KeptStore } from '../../common/kept/store.js';
import { useSession } from '../../common/session.js';
import type { KeptBoardAct } from './board-act.js';

/** What was recorded at village boards on this phone. */
export const boards = new KeptStore<KeptBoardAct>({ database: 'zhibao-office-boards', store: 'boards' });

/** Those of whoever is signed in. */
export function useBoardActs(): readonly KeptBoardAct[] {
  const owner = useSession().data?.identity.id;
  const all = useSyncExternalStore(boards.whenChanged, boards.all);
  return [...all.values()].filter((act) => act.owner === owner);
}

/** Changes what is kept of it, or keeps it from now on. */
export const changeBoardAct = (act: KeptBoardAct, to: (now: KeptBoardAct) => KeptBoardAct): Promise<void> =>
  boards.keep(to(boards.all().get(act.id) ?? act));
