import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('export')
    .description('导出一件办件的证据包 / export the evidence pack of a case')
    .requiredOption('--case <no>', '办件编号 / the case')
    .requiredOption('--to <file>', '写入的文件，如 case.tar.gz / the file, as case.tar.gz')
    .action(async ({ case: caseNo, to }: { case: string; to: string }) => {
      const { runExport } = await import('../verify/export.js');
      await runExport(caseNo, to);
    });
}
