import { randomInt } from 'node:crypto';
import Table from 'cli-table3';
import { sayOnConsole } from '../start/say.js';
import { faults, type FaultsReport } from './faults.js';

interface RunOptions {
  readonly seed?: string;
  readonly cases: number;
  readonly kills: number;
}

/** The command: a table at the end, and an exit code that is not 0 on any finding. @throws OperatorError */
export async function run({ seed = String(randomInt(1_000_000)), cases, kills }: RunOptions): Promise<void> {
  sayOnConsole(
    `故障演练：${cases} 户，终止进程 ${kills} 次，种子 ${seed}`,
    `Faults: ${cases} cases, ${kills} kills, seed ${seed}`,
  );
  const report = await faults({ seed, cases, kills, onStep: sayOnConsole });
  process.stdout.write(`${tableOf(report)}\n`);
  if (report.invariants.some(({ findings }) => findings.length > 0)) process.exitCode = 1;
}

const inWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join('，');

/** What was done, and each invariant with its findings. */
function tableOf({ seed, cases, kills, orders, credits, seconds, invariants, kept }: FaultsReport): string {
  const table = new Table({ head: ['检查 check', '数 looked at', '发现 findings'], style: { head: [], border: [] } });
  for (const { zh, en, looked, findings } of invariants) {
    table.push([`${zh}\n${en}`, looked, [findings.length, ...findings.slice(0, 10)].join('\n')]);
  }
  const killed = Object.values(kills).reduce((sum, count) => sum + count, 0);
  return [
    `种子 seed ${seed} · ${cases} 户 cases · 终止 kills ${killed}（${inWords(kills)}）· ${Math.round(seconds)} s`,
    `指令 orders：${inWords(orders)} · 银行入账 credits at the bank ${credits}`,
    table.toString(),
    ...(kept === undefined ? [] : [`留存以备查看 kept to be looked at: ${kept}`]),
  ].join('\n');
}
