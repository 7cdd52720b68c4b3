import { minuteOf } from '../../domain/rules/moments.js';
import { FINDING_NAMES } from '../../domain/texts/endings.js';
import type { FundRow } from '../queries/transparency/funds.js';
import type { ProjectRow } from '../queries/transparency/projects.js';
import type { ReviewRow } from '../queries/transparency/reviews.js';
import type { Sheet } from './sheet.js';

const yuan = (fen: number): number => fen / 100;
const minute = (iso: string): string => minuteOf(Date.parse(iso));
const text = (title: string, width: number) => ({ title, width });
const money = (title: string) => ({ title, width: 16, money: true }) as const;

/** 资金: by source and programme, with the moment that the figures are of. */
export const fundSheet = (rows: readonly FundRow[], at: string): Sheet => ({
  title: '资金',
  columns: [
    ...[text('项目', 24), text('资金来源', 10), text('文号', 30)],
    ...['下达（元）', '占用（元）', '支出（元）', '可用（元）'].map(money),
    text('截至', 18),
  ],
  rows: rows.map(({ programme, source, documents, figures }) => [
    ...[programme.zh, source.zh, documents.join('、'), yuan(figures.allocated)],
    ...[yuan(figures.reserved + figures.committed), yuan(figures.spent), yuan(figures.available), minute(at)],
  ]),
});

/** 项目和补助 */
export const projectSheet = (rows: readonly ProjectRow[]): Sheet => ({
  title: '项目和补助',
  columns: [
    ...[text('项目', 24), text('公告（户次）', 12), money('公告金额（元）')],
    ...[text('到户（户次）', 12), money('到户金额（元）'), text('最近变动', 18)],
  ],
  rows: rows.map(({ programme, announced, announcedFen, paid, paidFen, at }) => [
    ...[programme.zh, String(announced), yuan(announcedFen), String(paid), yuan(paidFen), minute(at)],
  ]),
});

/** 绩效评价: what may be published of it. */
export const reviewSheet = (rows: readonly ReviewRow[]): Sheet => ({
  title: '绩效评价',
  columns: [
    ...[text('项目', 24), text('评价（户）', 12), text('平均得分', 12)],
    ...Object.values(FINDING_NAMES).map(({ zh }) => text(zh, 16)),
    text('最近评价', 18),
  ],
  rows: rows.map(({ programme, reviewed, results, at }) => [
    ...[programme.zh, String(reviewed), results ? results.score.toFixed(1) : ''],
    ...(Object.keys(FINDING_NAMES) as (keyof typeof FINDING_NAMES)[]).map((finding) =>
      results ? String(results.found[finding]) : '',
    ),
    minute(at),
  ]),
});
