import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { checkWholeLog } from '../../api/evidence/whole-log.js';
import { openBank } from '../../bank/open-bank.js';
import { sha256 } from '../../platform/digest.js';
import { workflowBundlePath } from '../../platform/temporal.js';
import { sayOnConsole } from '../start/say.js';
import { inCrew } from './crew.js';
import { Journal } from './journal.js';
import { checkMoney } from './money.js';
import type { VerifyGround } from './open-ground.js';
import { type VerifyReport, writeReport } from './report.js';
import { itemsIn, type Scope } from './scope.js';

export interface VerifyOptions extends Scope {
  /** Replays everything anew. */
  readonly full?: boolean;
  /** Folder for the report and the journal; without it, the one of the data folder. */
  readonly report?: string;
  /** Signed heads that the auditor kept. */
  readonly kept: readonly string[];
  /** How many at once; without it, one for each core. */
  readonly processes?: number;
}

/** How many cases a process looks at together. */
const PAGE = 25;

/** Verifies the running system and writes the report; broken off, it goes on where it was. */
export async function verifySystem(
  ground: VerifyGround,
  { full = false, report: given, kept, processes = availableParallelism(), caseNo, area, year }: VerifyOptions,
  onProgress: (done: number, of: number) => void,
): Promise<VerifyReport & { readonly folder: string }> {
  const { db, keyring, settings } = ground;
  const scope: Scope = {
    ...(caseNo !== undefined && { caseNo }),
    ...(area !== undefined && { area }),
    ...(year !== undefined && { year }),
  };
  const common = path.join(settings.home, 'verify');
  const folder = path.resolve(given ?? common);
  const journal = new Journal(folder, { scope, full, kept }, sha256(readFileSync(workflowBundlePath)), common);
  if (journal.done > 0)
    sayOnConsole(`接着上次核验，已核 ${journal.done} 件。`, `Going on: ${journal.done} are verified already.`);
  const known = path.join(folder, 'known.txt');
  writeFileSync(known, full ? '' : [...journal.replayed].join('\n'));
  const items = await itemsIn(db, scope);
  const left = items.filter((item) => !journal.has(item));
  const pages = Array.from({ length: Math.ceil(left.length / PAGE) }, (_, at) =>
    left.slice(at * PAGE, (at + 1) * PAGE),
  );
  let replayed = 0;
  onProgress(journal.done, items.length);
  await inCrew({ processes, known }, pages, (verified) => {
    replayed += verified.reduce((sum, one) => sum + one.replayed.length, 0);
    journal.add(verified);
    onProgress(journal.done, items.length);
  });
  const log = await checkWholeLog(db, keyring, kept);
  const bank = await openBank(settings, () => undefined);
  const money = scope.caseNo === undefined ? await checkMoney({ db, keyring, bank }, area) : [];
  const report: VerifyReport = {
    ...{ of: scope, startedAt: journal.startedAt, finishedAt: new Date().toISOString() },
    ...{
      items: items.length,
      youngerOfficials: log.youngerOfficials,
      leaves: log.size,
      heads: log.heads,
      kept: kept.length,
      replayed,
    },
    findings: [...log.findings, ...money, ...journal.findings],
  };
  writeReport(folder, report);
  journal.end();
  return { ...report, folder };
}
