import { z } from 'zod';
import { isCaseNumber } from '../rules/case-number.js';
import { shanghaiDate } from '../rules/working-days.js';

/** A text in both languages, Chinese first. */
export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).meta({ id: 'Bilingual' });
export type Bilingual = z.infer<typeof Bilingual>;

/** What to do about a field, in both languages, as one message of a schema. */
export const say = (zh: string, en: string): string => `${zh}\n${en}`;

/** Full-width digits and spaces are made half-width first: people type them. */
export const Phone = z
  .string()
  .transform((text) => text.normalize('NFKC').replaceAll(/[\s-]/gu, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, say('请输入11位手机号码', 'Give the 11 digits of a mobile phone')))
  .meta({ type: 'string', example: '13800000000' });

/** A date in Asia/Shanghai, `YYYY-MM-DD`. */
export const IsoDate = z.iso
  .date(say('请按“年-月-日”填写日期，如 2026-03-01', 'Write the date as year-month-day, like 2026-03-01'))
  .meta({ example: '2026-03-01' });

/** The day of something that was done: today in Asia/Shanghai at the latest. */
export const PastDate = IsoDate.pipe(
  z.string().refine((date) => date <= shanghaiDate(Date.now()), say('日期不能晚于今天', 'Not later than today')),
);

/** A moment, ISO 8601 in UTC. */
export const Instant = z.iso.datetime().meta({ example: '2026-03-01T08:30:00.000Z' });

export const CaseNo = z
  .string()
  .regex(/^\d{6}-\d{4}-\d{6}-\d$/, say('请核对办件编号', 'Check the case number'))
  .refine(isCaseNumber, say('办件编号的校验位不符，请核对', 'The check digit does not fit: check the case number'))
  .meta({ example: '330127-2026-000001-6' });

export const CountyCode = z.string().regex(/^\d{6}$/, say('请填写6位县级代码', 'Give the six digits of the county'));

/** Area code: county 6, township 9 or village 12 digits. */
export const AreaCode = z
  .string()
  .regex(/^\d{6}(\d{3}){0,2}$/, say('请填写6、9或12位区划代码', 'Give an area code of 6, 9 or 12 digits'));

export const Id = z.uuid(say('编号格式不对，请从页面重新进入', 'This is not an identifier; open the page again'));

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const WHOLE_STEPS = say(
  '请填写整数，以该项目计量的最小单位计，如精确到百分之一亩的，3.5亩填350',
  'Give a whole number in the smallest step of the measure: where it is hundredths of a mu, 350 for 3.5 mu',
);

/** Smallest steps of the programme's measure (`measure.scale` decimal places): 2.50 mu at scale 2 is 250. */
export const Quantity = z
  .number(WHOLE_STEPS)
  .int(WHOLE_STEPS)
  .positive(say('数量须大于零', 'The quantity is more than zero'))
  .max(1_000_000_000)
  .meta({ description: 'Smallest steps of the measure: 3.50 mu at scale 2 is 350' });

export const Fen = z.number().int().nonnegative().meta({ description: 'Integer fen (1/100 yuan)' });

const UNWRITTEN = say('请填写内容', 'Write something');

/** What somebody writes: trimmed, not empty. */
export const freeText = (most: number) =>
  z
    .string(UNWRITTEN)
    .trim()
    .min(1, UNWRITTEN)
    .max(most, say(`最多${most}个字`, `At most ${most} characters`));

/** Query of every list: where to go on, and how many at most. */
export const PageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

/** A page of a list; `next` is the cursor of the page after it, null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** Query flags are `true` or `false`. */
export const QueryFlag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A code and what it means, for people. */
export const Coded = z.object({ code: z.string(), zh: z.string(), en: z.string() }).meta({ id: 'Coded' });
export type Coded = z.infer<typeof Coded>;

/** A person who acted, as those who may see the case see him. */
export const Person = z
  .object({
    name: z.string(),
    office: z.string().nullable(),
    role: Coded.nullable(),
    /** Name of the absent official in whose place he acted. */
    inAbsenceOf: z.string().optional(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

export const AreaName = z.object({ code: z.string(), name: z.string() });
