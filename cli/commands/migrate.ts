import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('migrate')
    .description(
      '在 DATABASE_URL 所指的数据库中建表或升级 / make or upgrade the tables in the database of DATABASE_URL',
    )
    .action(async () => {
      const { migrateNamed } = await import('../start/migrate.js');
      await migrateNamed();
    });
}
