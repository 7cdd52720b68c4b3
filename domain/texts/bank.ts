import type { WordEffect } from '../rules/bank-words.js';
import type { Bilingual } from '../schemas/common.js';

/** Where a batch of payment orders is. */
export const BATCH_STATES = {
  open: { zh: '待组批', en: 'To be filled' },
  filled: { zh: '已组批，待发送银行', en: 'Filled, to be sent to the bank' },
  sent: { zh: '已发送银行', en: 'Sent to the bank' },
  taken: { zh: '银行已接收', en: 'Taken by the bank' },
  settled: { zh: '全部有结果', en: 'Every order has its end' },
  givenUp: { zh: '部分指令逾期无结果，已交督办', en: 'Some orders without a last word; with the supervisor' },
  empty: { zh: '没有可发送的指令', en: 'Nothing to send' },
} as const satisfies Record<string, Bilingual>;

/** What was done about a word of the bank. */
export const WORD_EFFECTS = {
  posted: { zh: '已入账', en: 'Posted' },
  known: { zh: '此前已知', en: 'Known before' },
  overtaken: { zh: '早于已知结果', en: 'Older than what is known' },
  wrongAmount: { zh: '金额不符，未入账，已列为差异', en: 'Another amount: not posted, a discrepancy' },
  foreign: { zh: '不是我方指令，已列为差异', en: 'No order of ours: a discrepancy' },
  neverSent: { zh: '指令尚未发出，已列为差异', en: 'The order was never sent: a discrepancy' },
  contradicts: { zh: '与银行此前所报矛盾，已列为差异', en: 'Contradicts what the bank said: a discrepancy' },
} as const satisfies Record<WordEffect, Bilingual>;

/** What a file is that went to the bank or came from it. */
export const BANK_FILE_KINDS = {
  orders: { zh: '支付指令', en: 'Payment orders' },
  results: { zh: '银行回单', en: 'Report of the bank' },
  statement: { zh: '银行流水', en: 'Statement of the bank' },
  unreadable: { zh: '无法读取的银行文件', en: 'Unreadable file of the bank' },
} as const satisfies Record<string, Bilingual>;
