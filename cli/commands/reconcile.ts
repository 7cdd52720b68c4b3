import type { Command } from 'commander';

interface Options {
  readonly begin?: true;
  readonly signOff?: true;
  readonly by?: string;
  readonly accept?: true;
}

export function register(program: Command): void {
  program
    .command('reconcile')
    .description('从备份恢复之后：核对记录、流程与银行 / after a restore: compare records, engine and bank')
    .option('--begin', '只登记正在恢复 / only note that something is being restored')
    .option('--sign-off', '对核对结果签字 / sign for what was found')
    .option('--by <login>', '签字人的账号 / who signs')
    .option('--accept', '署名认可未处理的事项 / accept by name what is left')
    .action(async ({ begin, signOff, by, accept }: Options, command: Command) => {
      const { runBegin, runReconcile, runSignOff } = await import('../restore/run.js');
      if (begin) return await runBegin();
      if (!signOff) return await runReconcile();
      if (by === undefined) command.error("error: required option '--by <login>' not specified");
      await runSignOff(by, Boolean(accept));
    });
}
