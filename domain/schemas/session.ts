import { z } from 'zod';
import { ROLES } from '../rules/roles.js';
import { Id, Instant, Phone, say } from './common.js';

export const CodeRequest = z.strictObject({ phone: Phone });
export type CodeRequest = z.infer<typeof CodeRequest>;

export const HouseholdSignIn = z.strictObject({
  phone: Phone,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, say('请输入短信中的6位验证码', 'Give the 6 digits of the code you were sent')),
});
export type HouseholdSignIn = z.infer<typeof HouseholdSignIn>;

export const OfficialSignIn = z.strictObject({
  login: z.string().trim().min(1, say('请输入账号', 'Give your login')).max(64),
  password: z.string().min(1, say('请输入密码', 'Give your password')).max(128),
});

export const CodeSent = z.object({ expiresAt: Instant });

/** Who a phone may sign in as: the household itself, another one with the same phone, a helper. */
export const Identity = z
  .object({ kind: z.enum(['household', 'helper', 'official']), id: z.string(), name: z.string() })
  .meta({ id: 'Identity' });
export type Identity = z.infer<typeof Identity>;

export const SessionView = z
  .object({
    identity: Identity,
    roles: z.array(z.enum(ROLES)),
    area: z.object({ code: z.string(), name: z.string() }),
    office: z.string().nullable(),
    /** 代理: roles of absent colleagues in whose place he acts today. */
    standsInAs: z.array(z.enum(ROLES)),
    /** Others that the same phone may sign in as. */
    others: z.array(Identity),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

export const IdentityChoice = z.strictObject({ id: Id });
