import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('import-register')
    .description('导入建档立卡名册（CSV 或 Excel）/ import the register of low-income households (CSV or Excel)')
    .argument('<file>', '名册文件，样例见 docs/examples/register.csv / the register; for its form see the example')
    .action(async (file: string) => {
      const { importFile } = await import('../register/import-file.js');
      if ((await importFile(file)) > 0) process.exitCode = 1;
    });
}
