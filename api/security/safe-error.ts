/**
 * What the log may hold of an error: its class, its code and where it happened. Messages may quote what people sent
 * (Prisma's do), so they stay out.
 */
export function safeError(error: unknown): { type: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  const at = (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []);
  return {
    type: error.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    at: at.slice(0, 12),
  };
}
