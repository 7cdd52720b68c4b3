import type { Express } from 'express';
import { sumFen } from '../../domain/rules/fen.js';
import type { BankReport } from '../bank.js';
import type { Books } from './books.js';
import type { FaultOf } from './fault-script.js';
import type { Faults } from './faults.js';
import { on } from './line.js';
import { token } from './messages.js';

/** The reports that lie ready. */
export function reportRoutes(app: Express, books: Books, faults: Faults): void {
  app.get('/reports', async (_request, response) => {
    const names = [...books.now.reports.keys()].map((name) => `${name}.json`);
    if (faults.next(['outOfOrder'], {})) names.reverse();
    await on(response, faults.onLine('list', []), () => void response.json({ names }));
  });
  app.get('/reports/:name', async (request, response) => {
    const file = token.parse(request.params.name);
    const name = file.replace(/\.json$/, '');
    const report = books.now.reports.get(name);
    if (!report) return void response.status(404).end();
    const files = [file, name, ...(report.batchNo === undefined ? [] : books.namesOf(report.batchNo))];
    const bytes = bytesOf(report, faults.next(['truncate'], { files }));
    await on(response, faults.onLine('fetch', files), () => void response.type('json').send(bytes));
  });
}

/** The report as it is fetched: with control totals, which tell if rows are missing. */
function bytesOf(report: BankReport, fault: FaultOf<'truncate'> | undefined): Buffer {
  const { lines } = report;
  const totals = { count: lines.length, sumFen: sumFen(lines.map(({ amountFen }) => amountFen)) };
  const told = fault?.of === 'rows' ? lines.slice(0, Math.floor(lines.length / 2)) : lines;
  const bytes = Buffer.from(JSON.stringify({ ...report, ...totals, lines: told }));
  return fault?.of === 'bytes' ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
}
