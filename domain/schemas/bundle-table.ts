import { z } from 'zod';
import { PastDate, say } from './common.js';

/** The columns of the table of a bundle, one row a household. */
export const BUNDLE_COLUMNS = {
  registerNo: '户编号',
  quantity: '数量',
  plan: '实施内容',
  consentedOn: '授权日期',
  promisedPapers: '承诺后补材料',
} as const;
export type BundleColumn = keyof typeof BUNDLE_COLUMNS;

const cell = z.string().transform((text) => text.normalize('NFKC').trim());
const needed = cell.pipe(
  z.string().min(1, say('不能为空', 'must not be empty')).max(40, say('最多40个字', 'has at most 40 characters')),
);
const DATE = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/;

/** A row of the table as somebody wrote it; its quantity is in the unit of the programme, `3.50`. */
export const BundleTableRow = z.strictObject({
  registerNo: needed,
  quantity: cell.pipe(z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, say('应为数字，如 3.5', 'is a number like 3.5'))),
  plan: cell.pipe(z.string().max(2000, say('最多2000个字', 'has at most 2000 characters'))),
  consentedOn: cell
    .transform((text) => {
      const [, year, month, day] = DATE.exec(text) ?? [];
      return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
    })
    .pipe(PastDate),
  promisedPapers: cell.transform((text) => text.split(/[、,，;；\s]+/u).filter(Boolean)),
});
export type BundleTableRow = z.infer<typeof BundleTableRow>;
