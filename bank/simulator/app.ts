import { setTimeout as delay } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type Express, type Response } from 'express';
import { ZodError } from 'zod';
import { sumFen } from '../../domain/rules/fen.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { OrderRefused } from '../bank.js';
import type { Books } from './books.js';
import { fateUnder, faultScript, type Fault, type Faults } from './faults.js';
import { page, reference, statementPage, transferOrder, type StatementLine } from './messages.js';

/** The bank's HTTP interface. `onFault` is told of what must not happen. */
export function bankApp(books: Books, faults: Faults, onFault: (error: unknown) => void): Express {
  const app = express()
    .disable('x-powered-by')
    .use(express.json({ limit: '1mb' }));
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  orders(app, books, faults);
  lists(app, books);
  app.post('/faults', (request, response) => {
    faults.tell(faultScript.parse(request.body).faults);
    response.status(204).end();
  });
  app.delete('/faults', (_request, response) => {
    faults.forget();
    response.status(204).end();
  });
  return app.use(problems(onFault));
}

function orders(app: Express, books: Books, faults: Faults): void {
  app.post('/orders', async (request, response) => {
    const order = transferOrder.parse(request.body);
    const fault = faults.atSubmit(order, books.has(order.reference));
    await answer(response, fault, () => books.submit(order, fateUnder(fault)));
  });
  app.get('/orders/:reference', async (request, response) => {
    const asked = reference.parse(request.params.reference);
    await answer(response, faults.atAsk(asked), async () => (await books.state(asked)) ?? { state: 'nothingOfIt' });
  });
}

async function answer(response: Response, fault: Fault | undefined, act: () => Promise<object>): Promise<void> {
  if (fault?.kind === 'fail') return void response.status(503).end();
  if (fault?.kind === 'slow') await delay(fault.delayMs);
  const state = await act();
  // Silence: the connection stays open until the other side gives up.
  if (fault?.kind !== 'silent') response.json(state);
}

function lists(app: Express, books: Books): void {
  app.get('/credits', (request, response) => {
    const { after, limit } = page.parse(request.query);
    const credits = books.lines.filter(({ line, reasonCode }) => !reasonCode && line > after);
    response.json({ total: credits.length, lines: credits.slice(0, limit) });
  });
  app.get('/statement', (request, response) => {
    const { after, limit, date } = statementPage.parse(request.query);
    const ofTheDay = books.lines.filter(({ bookedAt }) => shanghaiDate(Date.parse(bookedAt)) === date);
    const lines = ofTheDay.filter(({ line }) => line > after).slice(0, limit);
    response.json({ date, ...totals(ofTheDay), lines });
  });
}

function totals(lines: readonly StatementLine[]) {
  const sum = (some: readonly StatementLine[]) => sumFen(some.map(({ amountFen }) => amountFen));
  return {
    creditedFen: sum(lines.filter(({ reasonCode }) => !reasonCode)),
    returnedFen: sum(lines.filter(({ reasonCode }) => reasonCode)),
  };
}

const problems =
  (onFault: (error: unknown) => void): ErrorRequestHandler =>
  (error: unknown, _request, response, _next) => {
    if (error instanceof OrderRefused) return void response.status(409).json({ code: error.code });
    if (error instanceof ZodError || isUnreadable(error))
      return void response.status(400).json({ code: 'ORDER_INVALID' });
    onFault(error);
    response.status(500).end();
  };

/** Express's own complaints about a body or an address carry a status. */
const isUnreadable = (error: unknown) =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
