import { yuanText } from '../../domain/rules/fen.js';
import type { ScheduleLineView } from '../../domain/schemas/payee-schedule.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';
import { everyPage } from '../queries/page.js';
import { linePage } from '../queries/schedule-lines.js';
import type { Sheet } from './sheet.js';

const PAGE = 500;

const COLUMNS: Sheet['columns'] = [
  { title: '办件编号', width: 24 },
  { title: '乡镇', width: 14 },
  { title: '村', width: 14 },
  { title: '申请人', width: 10 },
  { title: '金额（元）', width: 14, money: true },
  { title: '支付指令', width: 28 },
  { title: '指标文号', width: 26 },
  { title: '科目代码', width: 12 },
  { title: '状态', width: 16 },
  { title: '说明', width: 50 },
  { title: '资金分担', width: 60 },
];

/** A payee schedule as a table, with the sum of its orders at the end. */
export async function scheduleSheet(db: Db, keyring: Keyring, no: string): Promise<Sheet> {
  const lines = await everyPage((cursor) => linePage(db, keyring, no, { limit: PAGE, ...cursor }));
  const ordered = lines.filter(({ reference }) => reference !== null);
  const sumFen = ordered.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const total = [`合计 ${ordered.length} 笔`, '', '', '', sumFen / 100, '', '', '', '', `${yuanText(sumFen)}元`, ''];
  return { title: '补贴清册', columns: COLUMNS, rows: [...lines.map(rowOf), total] };
}

const rowOf = (line: ScheduleLineView) => [
  ...[line.caseNo, line.area.township.name, line.area.village.name, line.applicant, line.amountFen / 100],
  ...[line.reference, line.documentNo, line.accountCode, line.state.zh],
  [...(line.refusal ? [line.refusal] : []), ...line.warnings].map(({ zh }) => zh).join('；'),
  line.parts
    .map(({ source, amountFen, documentNo }) => `${source.zh}${yuanText(amountFen)}元（${documentNo}）`)
    .join('；'),
];
