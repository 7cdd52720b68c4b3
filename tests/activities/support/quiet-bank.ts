import type { Bank } from '../../../bank/bank.js';
import { jsonFormat } from '../../../bank/formats/json.js';

const nobody = () => Promise.reject(new Error('This test pays nobody.'));

/** A bank for tests in which no money moves: it says so if it is sent anything, and has nothing to report. */
export const noBank: Bank = {
  real: false,
  ...jsonFormat,
  ...{ stage: nobody, handOver: nobody, ask: nobody, fetchReport: nobody },
  listReports: () => Promise.resolve([]),
  checkPayee: () => Promise.resolve('unchecked'),
};
