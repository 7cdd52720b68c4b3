import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Express, Request } from 'express';
import type { TransferBatch } from '../bank.js';
import { arrived, namesOf } from './arrived.js';
import { Arrivals } from './arrivals.js';
import type { Books } from './books.js';
import type { Faults } from './faults.js';
import { answerDelayMs } from './fates.js';
import { beforehand, on } from './line.js';
import { jsonSide } from './json-side.js';
import { token } from './messages.js';

const TAKEN = { state: 'taken' };

/** Files handed over, and questions about them. */
export function fileRoutes(app: Express, books: Books, faults: Faults): void {
  const arrivals = new Arrivals();
  app.put('/files/:name', async (request, response) => {
    const name = token.parse(request.params.name);
    const fault = faults.onLine('put', namesOf(name));
    if (fault?.kind === 'fail') return void response.status(503).end();
    const batch = await arrivals.during(name, async () => {
      const bytes = await buffer(request);
      await beforehand(fault);
      return await books.take(arrived({ name, bytes }, jsonSide, faults));
    });
    await delay(waitOf(batch), undefined, { ref: false });
    await on(response, fault?.kind === 'slow' ? undefined : fault, () => void response.json(TAKEN));
  });
  app.get('/files/:name', async (request: Request<{ name: string }>, response) => {
    const name = token.parse(request.params.name);
    await arrivals.over(name);
    const state = books.now.files.has(name) ? TAKEN : { state: 'nothingOfIt' };
    await on(response, faults.onLine('ask', namesOf(name)), () => void response.json(state));
  });
}

const waitOf = (batch: TransferBatch | undefined) =>
  (batch?.orders ?? []).reduce((most, { payeeAccount }) => Math.max(most, answerDelayMs(payeeAccount)), 0);
