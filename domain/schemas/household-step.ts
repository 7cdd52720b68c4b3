import { z } from 'zod';
import { freeText, Id, Instant, Quantity, say } from './common.js';
import { REVIEW_ANSWERS } from '../rules/review-answers.js';
import { StageName } from './act.js';

const words = freeText(2000);
const paperIds = z.array(Id).max(30);

/** An act that names what the household may add but must not. */
export const EmptyBody = z.strictObject({});
export const Withdrawal = z.strictObject({ words: words.optional() });
export const Correction = z.strictObject({
  quantity: Quantity.optional(),
  words: words.optional(),
});
export const ReviewRequest = z.strictObject({ words });
export const Completion = z.strictObject({ paperIds: paperIds.optional(), words: words.optional() });
export const Extension = z.strictObject({ words: words.optional() });
const ANSWER = say('请选择：是（yes）、部分是（partly）或否（no）', 'Choose yes, partly or no');
/** To each thing that the programme's review looks at, in its order. */
export const ReviewAnswers = z.array(z.enum(REVIEW_ANSWERS, ANSWER)).max(10);
export const UseReport = z.strictObject({ words, paperIds: paperIds.optional(), answers: ReviewAnswers.optional() });

const CONFIRM_OR_CHANGE = say(
  '账户无误请填 true；更换账户请填写 memberId、bankName、number',
  'True if the account is right; to change it give memberId, bankName and number instead',
);

export const BankName = z.string().trim().min(2, say('请填写开户银行', 'Name the bank')).max(60);
export const AccountNumber = z
  .string()
  .transform((text) => text.normalize('NFKC').replaceAll(/[\s-]/gu, ''))
  .pipe(z.string().regex(/^\d{8,30}$/, say('请核对银行账号，应为8至30位数字', 'Check the account: 8 to 30 digits')))
  .meta({ type: 'string' });

/** Another account of a present member. */
export const AccountChange = z.strictObject({ memberId: Id, bankName: BankName, number: AccountNumber });
export type AccountChange = z.infer<typeof AccountChange>;

/** The account of the register is right, or another one of a present member takes its place. */
export const AccountStep = z.union([z.strictObject({ confirm: z.literal(true, CONFIRM_OR_CHANGE) }), AccountChange]);
export type AccountStep = z.infer<typeof AccountStep>;

/** Where the case stands after an act. `recorded` false: received for certain, being written; look again there. */
export const Acted = z
  .object({ caseNo: z.string(), recorded: z.boolean(), stage: StageName, at: Instant })
  .meta({ id: 'Acted' });
export type Acted = z.infer<typeof Acted>;
/** The same of a withdrawal: one out of a bundle may come before there is a case. */
export const Withdrawn = Acted.extend({ caseNo: z.string().nullable() }).meta({ id: 'Withdrawn' });
