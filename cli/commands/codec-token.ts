import { type Command, InvalidArgumentError } from 'commander';

export function register(program: Command): void {
  program
    .command('codec-token')
    .description('签发用 Temporal 工具查看流程内容的令牌 / a token to open payloads in the tools of Temporal')
    .requiredOption('--by <login>', '审计或系统管理员的账号 / login of an auditor or administrator')
    .option('--hours <n>', '有效小时数，1 到 24 / good for so many hours, 1 to 24', hours, 8)
    .action(async ({ by, hours: good }: { by: string; hours: number }) => {
      const { runCodecToken } = await import('../codec/issue-token.js');
      await runCodecToken(by, good);
    });
}

function hours(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 24) return number;
  throw new InvalidArgumentError('应为 1 到 24 的整数 / must be a whole number from 1 to 24.');
}
