import { z } from 'zod';
import { OFFICE_KINDS } from '../rules/office-kinds.js';
import { OFFICIAL_ROLES, type Role } from '../rules/roles.js';
import { AreaCode, AreaName, Coded, freeText, PageQuery, pageOf, say } from './common.js';

/** 区划: a township, 9 digits, or a village, 12, of the county. */
export const NewArea = z.strictObject({
  code: z
    .string()
    .regex(
      /^\d{6}(\d{3}){1,2}$/,
      say('请填写9位乡镇或12位村代码', 'Give the 9 digits of a township or the 12 of a village'),
    ),
  name: freeText(60),
});
export type NewArea = z.infer<typeof NewArea>;
export const AreaEntered = z.object({ code: z.string(), name: z.string() }).meta({ id: 'AreaEntered' });

export const OfficeParams = z.strictObject({ id: z.string().max(60) });
export const OfficeQuery = z.strictObject(PageQuery);
export const OfficeView = z
  .object({ id: z.string(), name: z.string(), kind: Coded, area: AreaName, officials: z.number().int() })
  .meta({ id: 'Office' });
export type OfficeView = z.infer<typeof OfficeView>;
export const OfficePage = pageOf(OfficeView);

export const NewOffice = z.strictObject({
  name: freeText(60),
  kind: z.enum(OFFICE_KINDS, say('请选择单位类别', 'Choose what kind of office it is')),
  area: AreaCode,
});
export type NewOffice = z.infer<typeof NewOffice>;
/** Names of offices change. */
export const OfficeChange = z.strictObject({ name: freeText(60) });

const Roles = z
  .array(z.enum(OFFICIAL_ROLES as [Role, ...Role[]], say('请从列表中选择岗位', 'Choose roles from the list')))
  .min(1, say('请选择岗位', 'Choose a role'))
  .refine(
    (roles) => !roles.includes('administrator') || roles.length === 1,
    say('系统管理员不兼任办件岗位', 'An administrator has no other role: he sees no cases'),
  )
  .refine(
    (roles) => !roles.includes('paymentMaker') || !roles.includes('paymentReviewer'),
    say('制单与复核不得由同一人担任', 'Who makes payments does not review them'),
  );

const post = {
  name: freeText(30),
  officeId: z.string().min(1, say('请选择单位', 'Choose an office')).max(60),
  /** He acts and sees within it only. */
  area: AreaCode,
  roles: Roles,
  email: z.email(say('请核对电子邮箱', 'Check the mail address')).max(120).optional(),
};
export const NewOfficial = z.strictObject({
  login: z
    .string()
    .trim()
    .regex(
      /^[a-z][a-z0-9-]{2,59}$/,
      say(
        '账号以小写字母开头，用小写字母、数字和连字符，3至60位',
        '3 to 60 small letters, digits and hyphens, a letter first',
      ),
    ),
  ...post,
});
export type NewOfficial = z.infer<typeof NewOfficial>;
/** What is told of an official replaces what was; `active` false: he can't sign in any more. */
export const OfficialChange = z.strictObject({ ...post, active: z.boolean() });
export type OfficialChange = z.infer<typeof OfficialChange>;

export const StaffParams = z.strictObject({ id: z.string().max(60) });
export const StaffQuery = z.strictObject(PageQuery);
export const StaffView = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    office: z.object({ id: z.string(), name: z.string() }),
    area: AreaName,
    roles: z.array(Coded),
    email: z.string().nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'Staff' });
export type StaffView = z.infer<typeof StaffView>;
export const StaffPage = pageOf(StaffView);

const LONG_ENOUGH = say('密码至少10个字符', 'A password has 10 characters at least');
const Password = z.string().min(10, LONG_ENOUGH).max(128, say('密码最多128个字符', 'At most 128 characters'));
/** Given to somebody who has none, or has forgotten his: he sets another one of his own. */
export const GivenPassword = z.strictObject({ password: Password });
export const OwnPassword = z.strictObject({
  current: z.string().min(1, say('请输入现在的密码', 'Give your present password')).max(128),
  password: Password,
});
