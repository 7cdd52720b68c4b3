import { yuanText } from '../../domain/rules/fen.js';
import type { ReconciliationLineView, ReconciliationView } from '../../domain/schemas/reconciliation.js';
import type { Db } from '../../prisma/client.js';
import { everyPage } from '../queries/page.js';
import { linePage } from '../queries/reconciliations.js';
import type { Sheet } from './sheet.js';

const PAGE = 500;

const COLUMNS: Sheet['columns'] = [
  { title: '支付指令', width: 30 },
  { title: '银行记录', width: 12 },
  { title: '账上金额（元）', width: 16, money: true },
  { title: '银行金额（元）', width: 16, money: true },
  { title: '结果', width: 24 },
  { title: '差异处理', width: 60 },
];

/** 对账日报: a day as a table, with its totals and who signed it at the end. */
export async function reconciliationSheet(db: Db, view: ReconciliationView): Promise<Sheet> {
  const day = { countyCode: view.county, date: view.date };
  const lines = await everyPage((cursor) => linePage(db, day, { limit: PAGE, ...cursor }));
  return { title: '对账日报', columns: COLUMNS, rows: [...lines.map(rowOf), ...summary(view)] };
}

const rowOf = ({ reference, says, ourFen, bankFen, fit, discrepancy }: ReconciliationLineView) => [
  ...[reference, says.zh, yuan(ourFen), yuan(bankFen), fit.zh],
  discrepancy?.settled?.settlement.zh ?? (fit.code === 'matched' ? '' : '尚未处理'),
];

const summary = (view: ReconciliationView) => {
  const { county, date, matched, matchedFen, missingAtBank, missingHere, amountDiffers, statements, signed } = view;
  const counts = `账有行无${missingAtBank}笔，行有账无${missingHere}笔，金额不一致${amountDiffers}笔`;
  const signature = signed ? `${signed.by.office ?? ''} ${signed.by.name} 于 ${signed.at} 签字` : '尚未签字';
  const texts = [
    `${county} ${date}：相符${matched}笔，合计${yuanText(matchedFen)}元；${counts}`,
    `银行流水：${statements.join('、') || '无'}`,
    signature,
  ];
  return texts.map((text) => [text, '', null, null, '', '']);
};

const yuan = (fen: number | null): number | null => (fen === null ? null : fen / 100);
