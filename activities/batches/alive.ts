import { heartbeat } from '@temporalio/activity';

const EVERY_MS = 5000;

/** Says that the work goes on while it does: a bank may take its time over a file. */
export async function alive<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const beating = setInterval(() => heartbeat(), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}
