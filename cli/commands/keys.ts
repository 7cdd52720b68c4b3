import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('keys')
    .description('密钥 / keys')
    .command('rotate')
    .description(
      '用最新一代主密钥重新包裹每户的密钥，中断后可再执行 / wrap every household’s key anew; may be run again',
    )
    .action(async () => {
      const { runRotate } = await import('../keys/rotate.js');
      await runRotate();
    });
}
