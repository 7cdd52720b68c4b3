import { type Command, InvalidArgumentError, Option } from 'commander';
import { ARCHIVE_STATES, type ArchiveState } from '../../domain/rules/archives.js';

interface Asked {
  readonly county?: string;
  readonly year?: number;
  readonly state?: ArchiveState;
}

export function register(program: Command): void {
  const archive = program.command('archive').description('档案 / archive files');
  archive
    .command('list')
    .description('案卷目录，CSV 格式写到标准输出 / the archive files as CSV on the standard output')
    .option('--county <code>', '只列一个县，6 位代码 / of one county, its 6 digits', county)
    .option('--year <n>', '办结年度 / the year of closing', year)
    .addOption(new Option('--state <state>', '状态 / where they are').choices(ARCHIVE_STATES))
    .action(async (asked: Asked) => {
      const { runListArchives } = await import('../archives/list-files.js');
      await runListArchives(asked);
    });
  archive
    .command('export')
    .description('导出一份移交或销毁清册（Excel）：清册、回执和各卷目录 / a list with its receipt and the catalogues')
    .requiredOption('--list <no>', '清册编号 / the list')
    .requiredOption('--to <file>', '写入的文件，如 list.xlsx / the file, as list.xlsx')
    .action(async ({ list, to }: { list: string; to: string }) => {
      const { runExportList } = await import('../archives/export-list.js');
      await runExportList(list, to);
    });
}

function county(text: string): string {
  if (/^\d{6}$/.test(text)) return text;
  throw new InvalidArgumentError('应为 6 位数字 / must be six digits.');
}

function year(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('应为 2000 到 2099 的年度 / must be a year from 2000 to 2099.');
}
