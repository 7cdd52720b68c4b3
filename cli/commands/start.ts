import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('start')
    .description('启动本机的全部服务 / start everything on this machine')
    .action(async () => {
      const { start } = await import('../start/start.js');
      await start();
    });
}
