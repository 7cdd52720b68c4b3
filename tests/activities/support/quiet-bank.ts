import type { Bank } from '../../../bank/bank.js';

/** A bank for tests in which no money moves: it says so if it is asked. */
export const noBank: Bank = {
  submit: () => Promise.reject(new Error('This test pays nobody.')),
  ask: () => Promise.reject(new Error('This test asks no bank.')),
};
