import type { z } from 'zod';
import type { Readiness } from '../../domain/schemas/office.js';
import type { Deps } from '../deps.js';

/** Whether what the API stands on answers. Without the engine submissions and objections are still taken. */
export async function readiness({ db, engine }: Deps): Promise<z.infer<typeof Readiness>> {
  const [postgres, temporal] = await Promise.all([
    db.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    ),
    engine.isReachable(),
  ]);
  return { status: postgres ? (temporal ? 'ready' : 'degraded') : 'away', postgres, temporal };
}
