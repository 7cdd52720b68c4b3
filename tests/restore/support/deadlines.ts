import type { Written } from '../../../cli/restore/history.js';

/** The deadlines that a case was answered, by the step that entered the stage. */
export function deadlinesIn(written: readonly Written[]): Record<number, number> {
  const dated = written.flatMap(({ transitions, dueAt }) => {
    const entered = transitions.findLast(({ kind }) => kind === 'entered');
    return entered && dueAt !== undefined ? [[entered.seq, dueAt] as const] : [];
  });
  return Object.fromEntries(dated);
}
