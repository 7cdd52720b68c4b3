import type { Role } from '../rules/roles.js';
import {
  AllotmentPage,
  AllotmentQuery,
  FundDetail,
  FundDetailQuery,
  FundPage,
  FundParams,
  FundQuery,
  LedgerEntryPage,
  LedgerEntryQuery,
} from '../schemas/ledger.js';
import { route } from './route.js';

const MONEY_READERS = [
  'paymentMaker',
  'paymentReviewer',
  'countySupervisor',
  'auditor',
] as const satisfies readonly Role[];

export const fundRoutes = {
  listFunds: route({
    method: 'get',
    path: '/api/funds',
    tag: 'funds',
    summary: { zh: '资金及其下达、占用、支出', en: 'Funds, with what is allotted, set aside and spent of them' },
    who: MONEY_READERS,
    query: FundQuery,
    answers: { 200: FundPage },
  }),
  getFund: route({
    method: 'get',
    path: '/api/funds/{fundId}',
    tag: 'funds',
    summary: { zh: '一笔资金，分县、分项目', en: 'A fund by county and by programme' },
    who: MONEY_READERS,
    params: FundParams,
    query: FundDetailQuery,
    answers: { 200: FundDetail },
    errors: ['NOT_FOUND'],
  }),
  listAllotments: route({
    method: 'get',
    path: '/api/allotments',
    tag: 'funds',
    summary: { zh: '资金指标（文号）', en: 'Allotments by their documents' },
    who: MONEY_READERS,
    query: AllotmentQuery,
    answers: { 200: AllotmentPage },
  }),
  listLedgerEntries: route({
    method: 'get',
    path: '/api/ledger/entries',
    tag: 'funds',
    summary: { zh: '资金账分录', en: 'Entries of the ledger' },
    who: MONEY_READERS,
    query: LedgerEntryQuery,
    answers: { 200: LedgerEntryPage },
  }),
};
