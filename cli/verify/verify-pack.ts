import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DefaultLogger, Runtime, type WorkflowBundleOption } from '@temporalio/worker';
import { OperatorError } from '../../platform/operator-error.js';
import { workflowBundlePath } from '../../platform/temporal.js';
import { checkPackLog } from '../../proof/check-pack.js';
import type { Finding } from '../../proof/finding.js';
import { groundOfPack, officialsSince, officialText, type ReadPack, readPack } from '../../proof/pack.js';
import { keptHeads } from './kept-heads.js';
import { tell, writeReport } from './report.js';
import { verifyEvidence } from './verify-items.js';

/** The command `verify --pack`: needs neither the system nor its keys. Exit code 1 on any finding. @throws OperatorError */
export async function runVerifyPack(
  file: string,
  { heads, report = '.' }: { heads?: string; report?: string },
): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const startedAt = new Date().toISOString();
  const kept = keptHeads(heads);
  const pack = opened(file);
  const findings = await verifyPack(pack, kept, { codePath: workflowBundlePath });
  const folder = path.resolve(report);
  mkdirSync(folder, { recursive: true });
  const result = {
    ...{ of: path.basename(file), startedAt, finishedAt: new Date().toISOString(), items: 1, heads: 1 },
    ...{ leaves: pack.leaves.length, kept: kept.length, replayed: pack.evidence.workflows.length, findings },
    younger: pack.younger.length,
    youngerOfficials: officialsSince(pack).map(officialText),
  };
  writeReport(folder, result);
  tell({ ...result, folder });
}

/** All that can be checked of a case from its pack alone. */
export async function verifyPack(
  pack: ReadPack,
  kept: readonly string[],
  workflows: WorkflowBundleOption,
): Promise<Finding[]> {
  const verifier = { ground: groundOfPack(pack), workflows, replayed: new Set<string>() };
  const [verified] = await verifyEvidence(verifier, [pack.evidence]);
  return [...checkPackLog(pack, kept), ...verified!.findings];
}

function opened(file: string): ReadPack {
  try {
    return readPack(readFileSync(file));
  } catch {
    throw new OperatorError(`${file} 不是证据包，或已损坏。`, `${file} is no evidence pack, or is damaged.`);
  }
}
