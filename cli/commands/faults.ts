import { type Command, InvalidArgumentError } from 'commander';

export function register(program: Command): void {
  program
    .command('faults')
    .description(
      '在独立的一份系统里随机终止进程，核对每笔钱 / kill processes at random in a copy of its own, and count the money',
    )
    .option('--seed <text>', '决定终止谁、何时终止的种子 / decides who is killed and when')
    .option('--cases <number>', '户数 / how many cases', count, 200)
    .option('--kills <number>', '终止进程次数 / how many kills', count, 60)
    .action(async (options: { seed?: string; cases: number; kills: number }) => {
      const { run } = await import('../faults/run.js');
      await run(options);
    });
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 500) return number;
  throw new InvalidArgumentError('应为1至500的整数 / a whole number from 1 to 500.');
}
