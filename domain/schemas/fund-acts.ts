import { z } from 'zod';
import { Bilingual, CountyCode, freeText, say } from './common.js';
import { AllotmentView, FundSource } from './ledger.js';

/** A fund has less than ten trillion yuan. */
const MOST_FEN = 1_000_000_000_000_000;
const WHOLE_FEN = say(
  '请填写大于零的整数，以分计，如1万元填1000000',
  'A whole number of fen above zero: 10 000 yuan is 1000000',
);
const Amount = z
  .number(WHOLE_FEN)
  .int(WHOLE_FEN)
  .positive(WHOLE_FEN)
  .max(MOST_FEN, WHOLE_FEN)
  .meta({ description: 'Integer fen (1/100 yuan)' });

const DocumentNo = freeText(80).meta({ example: '淳财农〔2026〕12号' });

/** A fund that was received; without a number it is given the next one. */
export const NewFund = z.strictObject({
  id: z
    .string()
    .regex(
      /^[0-9A-Za-z][0-9A-Za-z.-]{2,39}$/,
      say('编号为3至40位字母、数字、点或短横', 'A number has 3 to 40 letters, digits, dots or dashes'),
    )
    .optional(),
  name: freeText(60),
  source: FundSource,
  fiscalYear: z.number().int().min(2000).max(2100),
  purpose: freeText(200),
  amountFen: Amount,
  /** The two-mountains incentive fund, of which a share must go to income growth of low-income households. */
  twoMountains: z.boolean().default(false),
});
export type NewFund = z.infer<typeof NewFund>;

/** 指标下达: what a document gives to a county and programme. */
export const NewAllotment = z.strictObject({
  documentNo: DocumentNo,
  accountCode: z.string().regex(/^\d{3,12}$/, say('请填写科目编码（数字）', 'Give the account code, in digits')),
  countyCode: CountyCode,
  programmeCode: z.string().min(1).max(80),
  amountFen: Amount,
  /** Given for income growth of low-income households. */
  forIncomeGrowth: z.boolean().default(false),
});
export type NewAllotment = z.infer<typeof NewAllotment>;

/** An allotment that was made; with a warning where its fund cannot do any more what the policy asks of it. */
export const Allotted = AllotmentView.extend({ warning: Bilingual.nullable() }).meta({ id: 'Allotted' });

export const AllotmentParams = z.strictObject({ allotmentId: z.string().min(1).max(80) });

/** 指标调减: takes money that is still available back into the fund, by a document of its own. */
export const Reduction = z.strictObject({ documentNo: DocumentNo, amountFen: Amount });
export type Reduction = z.infer<typeof Reduction>;
