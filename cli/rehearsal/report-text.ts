import Table from 'cli-table3';
import type { Bilingual } from '../../domain/schemas/common.js';
import type { KindReport, Report, ScriptReport, StageReport } from './report.js';
import type { Spread } from './spread.js';

const STYLE = { head: [], border: [], compact: true };

/** The report for people: how each script ended, how long the stages took, what went otherwise. */
export function reportText(report: Report): string {
  return [
    scriptTable(report.scripts),
    kindTable(report.kinds),
    stageTable(report.stages),
    ...(report.unexpected > 0 ? [unexpectedTable(report)] : []),
    ...(hasHistories(report) ? [] : [NO_HISTORIES]),
    lastLine(report),
  ]
    .map((part) => `${part}\n`)
    .join('');
}

function scriptTable(scripts: readonly ScriptReport[]): string {
  const head = ['剧本\nscript', '结局\nending', '用时 s\nmed / max', '历史事件\nevents', '历史 kB\nhistory'];
  const table = new Table({ head, style: STYLE });
  for (const { foretold, ended, seconds, events, bytes, ...name } of scripts) {
    const size = [spread(events, 0), spread(bytes && inThousands(bytes), 1)];
    table.push([both(name), endings(ended, foretold), spread(seconds, 1), ...size]);
  }
  return table.toString();
}

function kindTable(kinds: readonly KindReport[]): string {
  const table = new Table({ head: ['流程 way', '户 hh.', '不符 unexpected'], style: STYLE });
  for (const { households, unexpected, zh, en } of kinds) table.push([`${zh} ${en}`, households, unexpected]);
  return table.toString();
}

/** How many ended as foretold, and how many how else. */
const endings = (ended: ScriptReport['ended'], foretold: Bilingual): string =>
  ended
    .flatMap(({ cases, asForetold, zh, en }) => [
      `${String(cases).padStart(3)} ${asForetold ? '✓' : '✗'} ${zh}${asForetold ? '' : `（应为：${foretold.zh}）`}`,
      `      ${en}${asForetold ? '' : ` (foretold: ${foretold.en})`}`,
    ])
    .join('\n');

function stageTable(stages: readonly StageReport[]): string {
  const head = ['环节 stage', '次数 times', '用时 s 中位 / 最长 median / slowest'];
  const table = new Table({ head, style: STYLE });
  for (const { times, seconds, zh, en } of stages) table.push([`${zh} ${en}`, times, spread(seconds, 1)]);
  return table.toString();
}

function unexpectedTable({ cases }: Report): string {
  const table = new Table({
    head: ['户 hh.', '办件 case', '剧本 script', '不符之处 what was otherwise'],
    style: STYLE,
  });
  for (const { household, caseNo, script, unexpected } of cases) {
    if (unexpected !== null) table.push([household, caseNo ?? '—', script, unexpected]);
  }
  return table.toString();
}

const NO_HISTORIES =
  '历史大小“—”：从这里连不上流程引擎，可用 ZHIBAO_HOME 或 TEMPORAL_ADDRESS 指明。\n' +
  'History sizes “—”: the engine cannot be asked from here; name it with ZHIBAO_HOME or TEMPORAL_ADDRESS.';

const hasHistories = ({ cases }: Report): boolean => cases.some(({ history }) => history !== null);

function lastLine({ households, seconds, seed, unexpected }: Report): string {
  const time = seconds.toFixed(0);
  return (
    `演练 ${households} 户，用时 ${time} 秒，种子 ${seed}：${unexpected} 户结果与剧本不符。\n` +
    `${households} households in ${time} s, seed ${seed}: ${unexpected} unexpected endings.`
  );
}

const both = ({ zh, en }: Bilingual): string => `${zh}\n${en}`;

const spread = (values: Spread | null, digits: number): string =>
  values ? `${values.median.toFixed(digits)} / ${values.greatest.toFixed(digits)}` : '—';

const inThousands = ({ median, greatest }: Spread): Spread => ({ median: median / 1000, greatest: greatest / 1000 });
