import { type RentRule, rentTermsOf } from '../rules/rent.js';
import type { Bilingual } from '../schemas/common.js';
import { standardText } from './standard.js';

/** The months of a lease, as they are said. */
export const monthsText = (months: number): Bilingual => ({
  zh: `长期租赁${months}个月`,
  en: `a long lease of ${months} months`,
});

/** What is paid of a rent, in the sentence that a notice carries. */
export function rentText(rent: RentRule): Bilingual {
  const { minimum, maximum } = rent;
  const unit = { zh: '月', en: 'month' };
  const measure = { name: { zh: '租期', en: 'Term of the lease' }, unit, scale: 0, minimum, maximum };
  const { zh, en } = standardText({ ...rentTermsOf(rent), measure, period: 'once' });
  return { zh: `租金${zh}，租期${minimum}至${maximum}个月`, en: `Rent: ${en}, for ${minimum} to ${maximum} months` };
}
