import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { SiteView } from '../../domain/schemas/resettlement.js';
import type { Db } from '../../prisma/client.js';
import { everyPage } from '../queries/page.js';
import { sitePage } from '../queries/sites.js';
import type { OfficialWho } from '../who.js';
import type { Sheet } from './sheet.js';

const PAGE = 500;

const COLUMNS: Sheet['columns'] = [
  { title: '安置点', width: 24 },
  { title: '所在地', width: 16 },
  { title: '可安置人数', width: 12 },
  { title: '已安置人数', width: 12 },
  { title: '剩余人数', width: 12 },
  { title: '地块（套房）', width: 12 },
  { title: '剩余地块', width: 12 },
  { title: '登记日期', width: 12 },
];

/** 安置点台账: capacity, taken and left as a table. */
export async function siteSheet(db: Db, who: OfficialWho): Promise<Sheet> {
  const sites = await everyPage((cursor) => sitePage(db, who, { limit: PAGE, ...cursor }));
  return { title: '安置点台账', columns: COLUMNS, rows: sites.map(rowOf) };
}

const rowOf = ({ name, area, capacity, taken, left, plots, plotsLeft, enteredAt }: SiteView) => [
  ...[name, area.name, ...[capacity, taken, left, plots, plotsLeft].map(String), shanghaiDate(Date.parse(enteredAt))],
];
