import type { Express } from 'express';
import type { BankReport } from '../bank.js';
import type { Books } from './books.js';
import type { FaultOf } from './fault-script.js';
import type { Faults } from './faults.js';
import { jsonSide } from './json-side.js';
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
    await on(response, faults.onLine('fetch', files), () => void response.type('json').end(bytes));
  });
}

/** The report as it is fetched. */
function bytesOf(report: BankReport, fault: FaultOf<'truncate'> | undefined): Uint8Array {
  const bytes = Buffer.from(jsonSide.writeReport(report));
  if (fault?.of === 'rows') return withHalfTheRows(bytes);
  return fault?.of === 'bytes' ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
}

function withHalfTheRows(bytes: Buffer): Buffer {
  const { lines, ...rest } = JSON.parse(bytes.toString('utf8')) as { lines: unknown[] };
  return Buffer.from(JSON.stringify({ ...rest, lines: lines.slice(0, Math.floor(lines.length / 2)) }));
}
