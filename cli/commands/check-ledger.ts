import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('check-ledger')
    .description('用分录重算资金账并列出差异 / recompute the ledger from its entries and list what differs')
    .action(async () => {
      const { checkLedger } = await import('../ledger/check-ledger.js');
      await checkLedger();
    });
}
