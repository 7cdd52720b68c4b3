/*
 * How fast cases are verified, by one process, from an evidence pack: beside a floor, the hashing of the same bytes.
 * What it leaves out is reading the database and decrypting.
 *
 *   node dist/bench/verify.js PACK.tar.gz [cases]
 */
import { readFileSync } from 'node:fs';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { verifyEvidence } from '../cli/verify/verify-items.js';
import { sha256 } from '../platform/digest.js';
import { workflowBundlePath } from '../platform/temporal.js';
import type { CaseEvidence, WorkflowEvidence } from '../proof/evidence.js';
import { groundOfPack, readPack } from '../proof/pack.js';
import { runsToReplay } from '../cli/verify/replayer.js';

const [file, howMany = '200'] = process.argv.slice(2);
const PAGE = 25;

if (file === undefined) throw new Error('Name an evidence pack.');
Runtime.install({ logger: new DefaultLogger('ERROR') });
const pack = readPack(readFileSync(file));
const ground = groundOfPack(pack);
const workflows = { codePath: workflowBundlePath };
const cases = Array.from({ length: Number(howMany) }, (_, at) => copyOf(pack.evidence, at));
const known = new Set(
  cases.flatMap((one) => one.workflows.flatMap(({ opened }) => runsToReplay(opened!).map(({ digest }) => digest))),
);

const floor = await rateOf(() => Promise.resolve(void cases.map((one) => sha256(JSON.stringify(one)))));
const without = await rateOf(() => verifyAll(known));
const full = await rateOf(() => verifyAll(new Set()));
process.stdout.write(
  `${cases.length} cases, ${JSON.stringify(pack.evidence).length} bytes each, one process, cases a second: ` +
    `hashing alone ${floor}, without replay ${without}, with replay ${full}\n`,
);

async function verifyAll(replayed: ReadonlySet<string>): Promise<void> {
  for (let at = 0; at < cases.length; at += PAGE) {
    await verifyEvidence({ ground, workflows, replayed }, cases.slice(at, at + PAGE));
  }
}

async function rateOf(work: () => Promise<void>): Promise<string> {
  const began = performance.now();
  await work();
  return ((cases.length / (performance.now() - began)) * 1000).toFixed(1);
}

/** The same case under workflow IDs of its own: a replay is known by them. */
function copyOf(evidence: CaseEvidence, at: number): CaseEvidence {
  const renamed = ({ workflowId, opened, text, ...rest }: WorkflowEvidence): WorkflowEvidence => {
    const own = `${workflowId}/${at}`;
    const head = (history: string | null) =>
      history && history.replace(`"workflowId":"${workflowId}"`, `"workflowId":"${own}"`);
    return { ...rest, workflowId: own, opened: head(opened), text: head(text) };
  };
  return { ...evidence, workflows: evidence.workflows.map(renamed) };
}
