import express, { type ErrorRequestHandler, type Express } from 'express';
import { ZodError } from 'zod';
import { FileConflict, type Books } from './books.js';
import { faultScript } from './fault-script.js';
import type { Faults } from './faults.js';
import { checkOfAccount } from './fates.js';
import { fileRoutes } from './file-routes.js';
import { on } from './line.js';
import { FileInvalid, page, payeeQuestion, statementRequest } from './messages.js';
import { reportRoutes } from './report-routes.js';

/**
 * The bank's HTTP interface.
 *
 * | call                          | answer                                                                            |
 * | ----------------------------- | --------------------------------------------------------------------------------- |
 * | `PUT /files/:name`            | 200 `{state:'taken'}`, also for the same file again; 409 `FILE_CONFLICT` where the bank has other content under the file's name, its batch or one of its references; 422 `FILE_INVALID`; then nothing moved |
 * | `GET /files/:name`            | `{state:'taken'}` or `{state:'nothingOfIt'}`                                      |
 * | `GET /reports`                | `{names}`, in the order of laying out: `<batchNo>-R001.json`, `statement-<date>.json` |
 * | `GET /reports/:name`          | its bytes; 404                                                                    |
 * | `POST /payee-checks`          | `{name,account,bank}` → `{check}`, by the account's ending: see `fates.ts`        |
 * | `POST /statements`            | `{date}` → `{name}` of that day's statement; of today a further one each time, of the day so far |
 * | `GET /credits`, `/bookings`  | `{total,lines}`: all that was ever credited, or moved either way; `?after=&limit=` |
 * | `POST`, `DELETE /faults`      | `{faults}`: a script to be followed, see `fault-script.ts`; or none any more      |
 * | `GET /healthz`                | `{status,pid}`: who serves here                                                   |
 *
 * @param onFault is told of what must not happen
 */
export function bankApp(books: Books, faults: Faults, onFault: (error: unknown) => void): Express {
  const app = express().disable('x-powered-by');
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok', pid: process.pid }));
  fileRoutes(app, books, faults);
  app.use(express.json({ limit: '1mb' }));
  reportRoutes(app, books, faults);
  questions(app, books, faults);
  lists(app, books);
  app.post('/faults', (request, response) => {
    faults.tell(faultScript.parse(request.body).faults);
    response.status(204).end();
  });
  app.delete('/faults', async (_request, response) => {
    await books.forgetFaults();
    response.status(204).end();
  });
  return app.use(problems(onFault));
}

function questions(app: Express, books: Books, faults: Faults): void {
  app.post('/payee-checks', async (request, response) => {
    const { account } = payeeQuestion.parse(request.body);
    const fault = faults.onLine('check', []);
    await on(response, fault, () => void response.json({ check: checkOfAccount(account) }));
  });
  app.post('/statements', async (request, response) => {
    const name = await books.layStatement(statementRequest.parse(request.body).date);
    if (name === undefined) return void response.status(422).json({ code: 'DAY_TO_COME' });
    response.json({ name: `${name}.json` });
  });
}

function lists(app: Express, books: Books): void {
  const list = (path: string, belongs: (says: string) => boolean) =>
    app.get(path, (request, response) => {
      const { after, limit } = page.parse(request.query);
      const all = books.now.bookings.filter(({ says }) => belongs(says));
      response.json({ total: all.length, lines: all.filter(({ line }) => line > after).slice(0, limit) });
    });
  list('/credits', (says) => says === 'credited');
  list('/bookings', () => true);
}

const problems =
  (onFault: (error: unknown) => void): ErrorRequestHandler =>
  (error: unknown, _request, response, _next) => {
    if (error instanceof FileConflict) return void response.status(409).json({ code: 'FILE_CONFLICT' });
    if (error instanceof FileInvalid) return void response.status(422).json({ code: 'FILE_INVALID' });
    if (error instanceof ZodError || isUnreadable(error))
      return void response.status(400).json({ code: 'REQUEST_INVALID' });
    onFault(error);
    response.status(500).end();
  };

/** Express's own complaints about a body or an address carry a status. */
const isUnreadable = (error: unknown) =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
