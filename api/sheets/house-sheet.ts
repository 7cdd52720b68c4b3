import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { HouseQuery, HouseView } from '../../domain/schemas/houses.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';
import { housePage } from '../queries/houses.js';
import { everyPage } from '../queries/page.js';
import type { OfficialWho } from '../who.js';
import type { Sheet } from './sheet.js';

const PAGE = 500;

const COLUMNS: Sheet['columns'] = [
  { title: '建档立卡编号', width: 22 },
  { title: '户主', width: 10 },
  { title: '乡镇', width: 14 },
  { title: '村', width: 14 },
  { title: '状态', width: 20 },
  { title: '危险等级', width: 10 },
  { title: '登记日期', width: 12 },
  { title: '限期', width: 12 },
  { title: '剩余天数', width: 10 },
  { title: '办件编号', width: 24 },
  { title: '销档日期', width: 12 },
];

/** 危房台账: the ledger of houses as a table. */
export async function houseSheet(
  db: Db,
  keyring: Keyring,
  who: OfficialWho,
  which: Omit<HouseQuery, 'cursor' | 'limit'>,
): Promise<Sheet> {
  const houses = await everyPage((cursor) => housePage(db, keyring, who, { ...which, limit: PAGE, ...cursor }));
  return { title: '危房台账', columns: COLUMNS, rows: houses.map(rowOf) };
}

const rowOf = (house: HouseView) => {
  const { registerNo, head, area, state, grade, enteredAt, dueAt, daysLeft, caseNo, closedAt } = house;
  return [
    ...[registerNo, head, area.township.name, area.village.name, state.zh, grade?.zh ?? ''],
    ...[shanghaiDate(Date.parse(enteredAt)), shanghaiDate(Date.parse(dueAt) - 1)],
    ...[daysLeft === null ? '' : String(daysLeft), caseNo],
    closedAt === null ? '' : shanghaiDate(Date.parse(closedAt)),
  ];
};
