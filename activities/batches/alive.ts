import { heartbeat } from '@temporalio/activity';

const EVERY_MS = 5000;

/** A transaction over all orders of a batch. */
export const LONG = { timeout: 120_000 } as const;

/** Says that the work goes on while it does, and from where: thousands of orders, or a slow bank, take their time. */
export async function alive<Answer>(work: () => Promise<Answer>, position?: string): Promise<Answer> {
  const beating = setInterval(() => heartbeat(position), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}
