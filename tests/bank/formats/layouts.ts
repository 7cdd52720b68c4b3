import { type TextLayout, textLayout } from '../../../bank/formats/text/layout.js';

/** As a rural bank has its 代发 file: bars, totals at the end. */
const BARS = {
  ...{ encoding: 'utf-8', delimiter: '|', lineEnd: 'lf', amounts: 'yuan' },
  orders: {
    columns: ['serial', 'reference', 'payeeAccount', 'payeeName', 'payeeBank', 'amount', { text: 'CNY' }, 'remark'],
    control: { place: 'last', columns: [{ text: 'END' }, 'count', 'sum'] },
  },
  results: {
    columns: ['reference', 'amount', 'status', 'reason', 'time'],
    control: { place: 'last', columns: [{ text: 'END' }, 'count', 'sum', 'batchNo'] },
    statuses: { '00': 'credited', '01': 'accepted', '99': 'returned' },
  },
  statement: {
    namePrefix: 'DZ-',
    columns: ['time', 'ignored', 'reference', 'amount', 'status', 'reason'],
    control: { place: 'first', columns: ['date', 'count', 'sum'] },
    statuses: { D: 'credited', C: 'returned' },
  },
  reasons: { E101: 'ACCOUNT_CLOSED', E102: 'NAME_MISMATCH' },
};

/** As an older one has it: GB 18030, commas, totals at the beginning, whole fen, no column for the bank of the payee. */
const COMMAS = {
  ...BARS,
  ...{ encoding: 'gb18030', delimiter: ',', lineEnd: 'crlf', amounts: 'fen' },
  orders: {
    columns: ['payeeAccount', 'payeeName', 'amount', 'remark', 'reference', 'payeeBank'],
    control: { place: 'first', columns: ['batchNo', 'date', 'count', 'sum'] },
    suffix: '.dat',
  },
};

const TABS = { ...COMMAS, encoding: 'gbk', delimiter: '\t' };

export const LAYOUTS: readonly (readonly [what: string, layout: TextLayout])[] = [
  ['UTF-8 with bars', textLayout.parse(BARS)],
  ['GB 18030 with commas', textLayout.parse(COMMAS)],
  ['GBK with tabs', textLayout.parse(TABS)],
];
export const RAW = { BARS, COMMAS };
