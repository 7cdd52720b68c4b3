import type { Command } from 'commander';
import type { FirstAdministrator } from '../register/first-administrator.js';

export function register(program: Command): void {
  program
    .command('administrator')
    .description('为还没有系统管理员的县登记第一位 / enter the first administrator of a county that has none')
    .requiredOption('--county <code>', '县级区划代码 / code of the county')
    .requiredOption('--office <name>', '所在单位名称 / name of the office')
    .requiredOption('--login <login>', '账号 / login')
    .requiredOption('--name <name>', '姓名 / name')
    .action(async (asked: FirstAdministrator) => {
      const { runFirstAdministrator } = await import('../register/first-administrator.js');
      await runFirstAdministrator(asked);
    });
}
