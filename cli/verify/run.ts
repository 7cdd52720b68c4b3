import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { openBank } from '../../bank/open-bank.js';
import { sha256 } from '../../platform/digest.js';
import { workflowBundlePath } from '../../platform/temporal.js';
import { withProgress } from '../restore/tell.js';
import { sayOnConsole } from '../start/say.js';
import { inCrew } from './crew.js';
import { Journal } from './journal.js';
import { checkMoney } from './money.js';
import { onVerifyGround, type VerifyGround } from './open-ground.js';
import { keptHeads } from './kept-heads.js';
import { tell, type VerifyReport, writeReport } from './report.js';
import { itemsIn, type Scope } from './scope.js';
import { checkWholeLog } from '../../api/evidence/whole-log.js';

export interface VerifyOptions extends Scope {
  /** Replays everything anew. */
  readonly full?: boolean;
  /** File with the signed heads that the auditor kept. */
  readonly heads?: string;
  /** Folder for the report and the journal. */
  readonly report?: string;
}

/** How many cases a process looks at together. */
const PAGE = 25;

/** The command `verify` over the running system: exit code 1 on any finding. @throws OperatorError */
export async function runVerify(options: VerifyOptions): Promise<void> {
  const kept = keptHeads(options.heads);
  const report = await onVerifyGround((ground) => verifySystem(ground, options, kept));
  tell(report);
}

async function verifySystem(
  ground: VerifyGround,
  { full = false, report: given, caseNo, county, year }: VerifyOptions,
  kept: readonly string[],
): Promise<VerifyReport & { readonly folder: string }> {
  const { db, keyring, settings } = ground;
  const scope: Scope = {
    ...(caseNo !== undefined && { caseNo }),
    ...(county !== undefined && { county }),
    ...(year !== undefined && { year }),
  };
  const folder = path.resolve(given ?? path.join(settings.home, 'verify'));
  const journal = new Journal(folder, { scope, full, kept }, sha256(readFileSync(workflowBundlePath)));
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
  await withProgress(async (onProgress) => {
    onProgress(journal.done, items.length);
    await inCrew({ processes: availableParallelism(), known }, pages, (verified) => {
      replayed += verified.reduce((sum, one) => sum + one.replayed.length, 0);
      journal.add(verified);
      onProgress(journal.done, items.length);
    });
  });
  const log = await checkWholeLog(db, keyring, kept);
  const bank = await openBank(settings, () => undefined);
  const money = scope.caseNo === undefined ? await checkMoney({ db, keyring, bank }) : [];
  const report: VerifyReport = {
    ...{ of: scope, startedAt: journal.startedAt, finishedAt: new Date().toISOString() },
    ...{ items: items.length, leaves: log.size, heads: log.heads, kept: kept.length, replayed },
    findings: [...log.findings, ...money, ...journal.findings],
  };
  writeReport(folder, report);
  journal.end();
  return { ...report, folder };
}
