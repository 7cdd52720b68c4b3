import { z } from 'zod';
import { parseYuan } from '../rules/fen.js';
import { isIdentityNumber, normalIdentityNumber } from '../rules/identity-number.js';
import { Phone, say } from './common.js';

/** The columns of a register file, one row a member; the household's columns are repeated in each of its rows. */
export const REGISTER_COLUMNS = {
  registerNo: '户编号',
  villageCode: '村代码',
  standing: '状态',
  group: '类别',
  registeredOn: '建档日期',
  observationSince: '观察期起始',
  exitedOn: '退出日期',
  phone: '联系电话',
  address: '住址',
  relation: '与户主关系',
  name: '姓名',
  idNumber: '身份证号',
  canWork: '劳动能力',
  memberStatus: '成员状态',
  statusSince: '变动日期',
  bankName: '开户行',
  accountNumber: '账号',
  incomeFen: '人均年收入',
  disability: '残疾等级',
  minority: '民族',
} as const;

/** Columns that a file may leave out; where they are left out or empty, what is known stays. */
export const OPTIONAL_COLUMNS: readonly RegisterColumn[] = ['incomeFen', 'disability', 'minority'];

export type RegisterColumn = keyof typeof REGISTER_COLUMNS;

/** Columns that belong to the household: the same in all of its rows. */
export const HOUSEHOLD_COLUMNS = [
  'villageCode',
  'standing',
  'group',
  'registeredOn',
  'observationSince',
  'exitedOn',
  'phone',
  'address',
  'incomeFen',
] as const satisfies readonly RegisterColumn[];

const STANDINGS = { 在册: 'registered', 观察期: 'observation', 已退出: 'exited', 未建档: 'unregistered' } as const;
const GROUPS = { 低保: 'dibao', 低保边缘: 'dibaoMarginal', 其他低收入: 'lowIncome' } as const;
const LABOUR = { 有: true, 无: false } as const;
/** 分户 is one who founded a household of his own. */
const MEMBER_STATUSES = { 正常: 'present', 死亡: 'dead', 迁出: 'departed', 分户: 'split' } as const;

const DISABILITY = { 无: 0, 一级: 1, 二级: 2, 三级: 3, 四级: 4 } as const;
const MAJORITY = ['汉族', '汉'];

const cell = z.string().transform((text) => text.normalize('NFKC').trim());
/** Nothing where the cell is empty. A union would hide what is wrong with one that is not. */
const optional = <Value>(schema: z.ZodType<Value, string>) =>
  cell.transform((text, context): Value | null => {
    if (text === '') return null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
/** Nothing where the file has no such column either. */
const told = <Value>(schema: z.ZodType<Value, string>) =>
  optional(schema)
    .optional()
    .transform((value) => value ?? null);
const needed = (most: number) =>
  cell.pipe(
    z
      .string()
      .min(1, say('不能为空', 'must not be empty'))
      .max(most, say(`最多${most}个字`, `has at most ${most} characters`)),
  );

/** One of the words that a register uses, as the domain names it. */
const word = <Word extends string, Value>(words: Readonly<Record<Word, Value>>) => {
  const choices = Object.keys(words) as [Word, ...Word[]];
  const fault = say(`应为${choices.join('、')}之一`, `is one of ${choices.join(', ')}`);
  return cell.pipe(z.enum(choices, fault)).transform((chosen) => words[chosen]);
};

const ANY_DATE = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;
const date = z
  .string()
  .transform((text) => {
    const [, year, month, day, month2, day2] = ANY_DATE.exec(text) ?? [];
    return [year, (month ?? month2)?.padStart(2, '0'), (day ?? day2)?.padStart(2, '0')].join('-');
  })
  .pipe(z.iso.date(say('日期应写成 2026-03-01 的样子', 'is a date written like 2026-03-01')));

/** A long number that Excel took for a quantity has lost its last digits for good. */
const uncrippled = z.string().refine((text) => !/^\d(?:\.\d+)?E\+\d+$/i.test(text), {
  error: say(
    '被表格软件存成了数字，末几位已丢失，请把该列设为文本后重填',
    'was stored as a number and lost its last digits',
  ),
  abort: true,
});

const INCOME = say('应为以元计的金额，如 8600 或 8600.50', 'is an amount in yuan like 8600 or 8600.50');
const income = z.string().transform((text, context) => {
  const amountFen = parseYuan(text);
  if (amountFen !== undefined && amountFen < 2 ** 31) return amountFen;
  context.addIssue({ code: 'custom', message: INCOME });
  return z.NEVER;
});
/** 民族: whether it is another than Han. */
const ethnicity = z
  .string()
  .max(20, say('最多20个字', 'has at most 20 characters'))
  .transform((name) => !MAJORITY.includes(name));

/** A row of a register file: what is written, as the domain names it. Faults are in both languages. */
export const RegisterRow = z
  .strictObject({
    registerNo: needed(40).pipe(uncrippled),
    villageCode: cell.pipe(z.string().regex(/^\d{12}$/, say('应为12位村代码', 'has the 12 digits of a village'))),
    standing: word(STANDINGS),
    group: word(GROUPS),
    registeredOn: cell.pipe(date),
    observationSince: optional(date),
    exitedOn: optional(date),
    phone: optional(Phone),
    address: optional(z.string().max(100, say('最多100个字', 'has at most 100 characters'))),
    relation: needed(20),
    name: needed(50),
    idNumber: cell
      .pipe(uncrippled)
      .transform(normalIdentityNumber)
      .pipe(z.string().refine(isIdentityNumber, say('不是有效的身份证号码', 'is not a valid identity number'))),
    canWork: word(LABOUR),
    memberStatus: word(MEMBER_STATUSES),
    statusSince: optional(date),
    incomeFen: told(income),
    disability: told(word(DISABILITY)),
    minority: told(ethnicity),
    bankName: optional(z.string().max(60, say('最多60个字', 'has at most 60 characters'))),
    accountNumber: optional(
      uncrippled
        .transform((text) => text.replaceAll(/[\s-]/gu, ''))
        .pipe(z.string().regex(/^\d{8,30}$/, say('应为8至30位数字', 'has 8 to 30 digits'))),
    ),
  })
  .superRefine((row, context) => {
    const require = (column: RegisterColumn, condition: boolean, message: string) => {
      if (condition && row[column] === null) context.addIssue({ code: 'custom', path: [column], message });
    };
    require('observationSince', row.standing === 'observation', say('观察期农户须填写', 'is needed under observation'));
    require('exitedOn', row.standing === 'exited', say('已退出农户须填写', 'is needed after the exit'));
    require('statusSince', row.memberStatus !== 'present', say('死亡、迁出、分户须填写', 'is needed with this status'));
    require('bankName', row.accountNumber !== null, say('有账号时须填写', 'is needed with an account'));
    require('accountNumber', row.bankName !== null, say('有开户行时须填写', 'is needed with a bank'));
  });
export type RegisterRow = z.infer<typeof RegisterRow>;
