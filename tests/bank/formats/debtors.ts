import type { Debtors } from '../../../bank/formats/iso20022/debtor.js';

export const DEBTORS: Debtors = {
  '330127': {
    name: '淳安县财政局',
    account: '1209020109024900001',
    bank: { name: '淳安农商银行营业部', cnaps: '402331000018' },
  },
  '330182': {
    name: '建德市财政局',
    account: '1209020109024900002',
    bank: { name: '建德农商银行', bic: 'BKCHCNBJ910' },
  },
};
