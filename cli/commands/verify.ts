import { type Command, InvalidArgumentError } from 'commander';
import type { CommandOptions } from '../verify/run.js';

/** The options as they are named on the command line. */
type Said = Omit<CommandOptions, 'caseNo' | 'area'> & { case?: string; county?: string; pack?: string };

export function register(program: Command): void {
  program
    .command('verify')
    .description('核验存证、流程历史、记录、资金和签名 / verify log, histories, records, money and signatures')
    .option('--case <no>', '只核这一件 / this case only')
    .option(
      '--county <code>',
      '只核这个县 / this county only',
      shape(/^\d{6}$/, '六位县级代码 / a county code of six digits'),
    )
    .option('--year <year>', '只核这一年 / this year only', shape(/^\d{4}$/, '四位年份 / a year of four digits'))
    .option('--pack <file>', '核验一个证据包，不需要系统和密钥 / an evidence pack, without the system and its keys')
    .option('--full', '全部重放，不用上次的结果 / replay everything anew')
    .option('--heads <file>', '审计留存的签名树头 / the signed heads that you kept')
    .option('--report <folder>', '报告文件夹，默认在数据文件夹中 / folder of the report (default: in the data folder)')
    .action(async ({ case: caseNo, county: area, pack, ...options }: Said) => {
      if (pack !== undefined) {
        const { runVerifyPack } = await import('../verify/verify-pack.js');
        await runVerifyPack(pack, options);
      } else {
        const { runVerify } = await import('../verify/run.js');
        await runVerify({ ...options, ...(caseNo !== undefined && { caseNo }), ...(area !== undefined && { area }) });
      }
      // A replay that never answered would keep the process.
      process.exit();
    });
}

const shape = (pattern: RegExp, expected: string) => (text: string) => {
  if (pattern.test(text)) return text;
  throw new InvalidArgumentError(`应为${expected}.`);
};
