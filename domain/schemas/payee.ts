import { z } from 'zod';
import { isCreditCode } from '../rules/credit-code.js';
import { PAYEE_KINDS } from '../rules/payee.js';
import { AreaCode, AreaName, Coded, freeText, Id, Instant, PageQuery, pageOf, Person, say } from './common.js';
import { AccountNumber, BankName } from './household-step.js';
import { IdNumber } from './id-number.js';
import { unidentified } from './payee-identity.js';

const PayeeKind = z.enum(PAYEE_KINDS, say('请选择单位类别', 'Choose what kind of payee it is'));

/** 统一社会信用代码; full-width forms, spaces and small letters are made right first. */
const CreditCode = z
  .string()
  .transform((text) => text.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase())
  .pipe(
    z
      .string()
      .refine(isCreditCode, say('请核对18位统一社会信用代码', 'Check the 18 characters of the social credit code')),
  )
  .meta({ type: 'string', example: '91330127MA2XXXXX0X' });

const programme = z.string().trim().min(1).max(60);

/** 收款单位: who may be paid in place of a household, with its account. */
export const NewPayee = z
  .strictObject({
    kind: PayeeKind,
    name: freeText(60),
    creditCode: CreditCode.optional(),
    /** 出租人为自然人: in place of a credit code. */
    idNumber: IdNumber.optional(),
    /** The county that it is paid in; of a collective, its village. */
    area: AreaCode,
    /** Codes of the programmes that pay it; none named: every one that pays its kind. */
    programmes: z.array(programme).max(50).default([]),
    bankName: BankName,
    number: AccountNumber,
  })
  .superRefine(({ kind, area, ...identity }, context) => {
    const wrong = unidentified({ kind, ...identity });
    if (wrong) context.addIssue({ code: 'custom', path: [wrong.field], message: wrong.message });
    const wanted = kind === 'collective' ? 12 : 6;
    if (area.length === wanted) return;
    const message =
      kind === 'collective'
        ? say('村集体请填写12位村代码', 'Of a collective, give the 12 digits of its village')
        : say('请填写6位县级代码', 'Give the six digits of the county');
    context.addIssue({ code: 'custom', path: ['area'], message });
  });
export type NewPayee = z.infer<typeof NewPayee>;

/** Another account; in force when a second official has signed. */
export const NewPayeeAccount = z.strictObject({ bankName: BankName, number: AccountNumber });
export type NewPayeeAccount = z.infer<typeof NewPayeeAccount>;

/** The second signature under an account: of the one that was seen, which never changes. */
export const PayeeSignature = z.strictObject({ accountId: Id, agrees: z.boolean() });
export type PayeeSignature = z.infer<typeof PayeeSignature>;

export const PayeeParams = z.strictObject({ id: Id });
export const PayeeQuery = z.strictObject({
  ...PageQuery,
  kind: PayeeKind.optional(),
  /** Only those of which an account waits for its second signature. */
  waiting: z.literal('true').optional(),
});
export type PayeeQuery = z.infer<typeof PayeeQuery>;

const PayeeAccountView = z.object({
  id: Id,
  bankName: z.string(),
  number: z.string(),
  enteredBy: Person,
  enteredAt: Instant,
});

/** A payee as the offices read it that keep the register. */
export const PayeeView = z
  .object({
    id: Id,
    kind: Coded,
    name: z.string(),
    /** Null of a private person. */
    creditCode: z.string().nullable(),
    /** Of a private person, its end alone. */
    idNumber: z.string().nullable(),
    area: AreaName,
    programmes: z.array(z.string()),
    /** Null until a second official has signed the first one. */
    account: PayeeAccountView.nullable(),
    /** The account that waits for its second signature. */
    waiting: PayeeAccountView.nullable(),
    enteredAt: Instant,
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'Payee' });
export type PayeeView = z.infer<typeof PayeeView>;
export const PayeePage = pageOf(PayeeView);

/** Whom a case pays in place of the household. */
export const PayeeName = z.object({ id: Id, name: z.string(), kind: Coded }).meta({ id: 'PayeeName' });
export type PayeeName = z.infer<typeof PayeeName>;
export const PayeeNamePage = pageOf(PayeeName);
export const PayeeNameQuery = z.strictObject(PageQuery);
export type PayeeNameQuery = z.infer<typeof PayeeNameQuery>;

/** 村集体: those of the helper's village that a programme can be applied for by. */
export const CollectiveQuery = z.strictObject({ ...PageQuery, programme });
export type CollectiveQuery = z.infer<typeof CollectiveQuery>;

/** An official's choice for a case. */
export const PayeeChosen = z.strictObject({ payeeId: Id });

/**
 * The household's consent that its money goes to somebody, with the agreement that it has signed with him; null takes it
 * back, and the household is paid itself.
 */
export const PayeeConsent = z.strictObject({ payeeId: Id.nullable(), agreementId: Id.optional() });
export type PayeeConsent = z.infer<typeof PayeeConsent>;
