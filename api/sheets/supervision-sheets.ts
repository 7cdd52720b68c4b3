import type { Workload } from '../../domain/schemas/desk.js';
import type { MoneyUse } from '../../domain/schemas/supervision.js';
import type { Sheet } from './sheet.js';

const LOAD = [
  { title: '待办', width: 8 },
  { title: '超期', width: 8 },
] as const;

/** 督办报表: where the work is, whose it is, what the money was used for. */
export const supervisionSheets = ({ stages, people }: Workload, { fiscalYear, items }: MoneyUse): Sheet[] => [
  {
    title: '各环节',
    columns: [
      { title: '环节', width: 24 },
      ...LOAD,
      { title: '未领取', width: 8 },
      { title: '近90天办结', width: 12 },
      { title: '平均用时（小时）', width: 16 },
      { title: '平均期限（小时）', width: 16 },
      { title: '卡点', width: 8 },
    ],
    rows: stages.map((row) => [
      ...[row.stage.zh, row.open, row.overdue, row.unclaimed, row.done],
      ...[tenths(row.meanHours), tenths(row.limitHours), row.bottleneck ? '是' : ''],
    ]),
  },
  {
    title: '各人员',
    columns: [{ title: '姓名', width: 12 }, { title: '单位', width: 24 }, ...LOAD, { title: '近90天办结', width: 12 }],
    rows: people.map(({ name, office, open, overdue, done }) => [name, office, open, overdue, done]),
  },
  {
    title: `${fiscalYear}年资金`,
    columns: [
      { title: '资金', width: 28 },
      { title: '项目', width: 24 },
      ...['已下达', '已预占', '已占用', '已支出', '可用'].map((title) => ({ title, width: 16, money: true as const })),
    ],
    rows: items.map(({ fund, programme, figures }) => [
      ...[fund.name, programme.zh],
      ...[figures.allocated, figures.reserved, figures.committed, figures.spent, figures.available].map(
        ({ fen }) => fen / 100,
      ),
    ]),
  },
];

const tenths = (hours: number | null): number | null => (hours === null ? null : Math.round(hours * 10) / 10);
