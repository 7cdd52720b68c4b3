/**
 * 集中公示: what is done on the village board once for all cases of a notice. `said`: the column that keeps it; `carried`:
 * that of its entries which says when their case had it.
 */
export const BOARD_ACTS = [
  { stage: 'noticePosting', verdict: 'posted', said: 'posting', carried: 'postedAt' },
  { stage: 'publicNotice', verdict: 'takenDown', said: 'takingDown', carried: 'takenDownAt' },
] as const;
export type BoardActKind = (typeof BOARD_ACTS)[number];
