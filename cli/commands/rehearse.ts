import { type Command, InvalidArgumentError } from 'commander';

const MOST_HOUSEHOLDS = 500;

export function register(program: Command): void {
  program
    .command('rehearse')
    .description('在演练县里走完全部流程 / go the whole way with households of the rehearsal county')
    .requiredOption('--households <number>', '户数 / how many households', count)
    .option('--url <url>', '运行中的系统，默认为本机 / the running system (default: the one of this machine)', address)
    .option('--seed <text>', '决定剧本搭配的种子 / decides who follows which script')
    .option('--json <file>', '把结果另存为数据 / write the result as data too')
    .action(async (options: { households: number; url?: string; seed?: string; json?: string }) => {
      const { run } = await import('../rehearsal/run.js');
      await run(options);
    });
}

function count(text: string): number {
  const households = Number(text);
  if (Number.isInteger(households) && households >= 1 && households <= MOST_HOUSEHOLDS) return households;
  throw new InvalidArgumentError(`应为1至${MOST_HOUSEHOLDS}的整数 / a whole number from 1 to ${MOST_HOUSEHOLDS}.`);
}

function address(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError(
    '应为 http:// 或 https:// 开头的地址 / an address that begins with http:// or https://.',
  );
}
