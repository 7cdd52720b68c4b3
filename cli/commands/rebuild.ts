import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('rebuild')
    .description('按流程历史补齐办件记录 / refill the rows of cases from their histories')
    .option('--case <no>', '只补这一件 / of this case only')
    .action(async (options: { case?: string }) => {
      const { runRebuild } = await import('../restore/run.js');
      await runRebuild(options.case);
    });
}
