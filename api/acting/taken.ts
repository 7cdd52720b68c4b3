/** Whether the database refused something for what there is already: one of its promises that there is only one. */
export const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'P2002';
