import { setTimeout as delay } from 'node:timers/promises';
import type { Response } from 'express';
import type { LineFault } from './fault-script.js';

/** Acts and lets `act` answer, as far as the line allows. */
export async function on(response: Response, fault: LineFault | undefined, act: () => void): Promise<void> {
  await beforehand(fault);
  if (fault?.kind === 'fail') return void response.status(503).end();
  // Silence: the connection stays open until the other side gives up.
  if (fault?.kind !== 'silent') act();
}

export async function beforehand(fault: LineFault | undefined): Promise<void> {
  if (fault?.kind === 'slow') await delay(fault.delayMs, undefined, { ref: false });
}
