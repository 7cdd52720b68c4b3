/** Whose open tasks, or of which stage, as the address says it. */
export interface TasksSearch {
  readonly stage?: string;
  readonly official?: string;
  readonly overdue?: 'true';
}

export const tasksSearch = (search: Record<string, unknown>): TasksSearch => ({
  ...(typeof search['stage'] === 'string' && { stage: search['stage'] }),
  ...(typeof search['official'] === 'string' && { official: search['official'] }),
  ...(String(search['overdue']) === 'true' && { overdue: 'true' }),
});
