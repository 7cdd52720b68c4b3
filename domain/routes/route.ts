import { z } from 'zod';
import type { ErrorCode } from '../errors.js';
import { OFFICIAL_ROLES, type Role } from '../rules/roles.js';
import type { Bilingual } from '../schemas/common.js';

/** Bytes of an uploaded paper; the content type is its own. */
export const BYTES = z.literal('bytes').meta({ type: 'string', format: 'binary' });
/** An answer without content. */
export const NOTHING = z.undefined();

/** A row of the API's table: everything that a handler's types, its checks and its documentation follow from. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly tag: Tag;
  readonly summary: Bilingual;
  readonly who: 'public' | 'signedIn' | readonly Role[];
  /** 代理: also whoever stands in for somebody of these roles today; the act itself checks for which area. */
  readonly standIn?: true;
  /** Answers with personal data: whoever reads it is noted, unless it is the household itself. */
  readonly personal?: true;
  /** Acts: asks for an Idempotency-Key, and gives the first answer again for it. */
  readonly idempotent?: true;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body is a form with a `file`. */
  readonly upload?: true;
  /** What it answers, by status. */
  readonly answers: Readonly<Record<number, z.ZodType>>;
  /** Besides those that every route may answer. */
  readonly errors?: readonly ErrorCode[];
}

/** Keeps the literal types of a row. */
export const route = <const R extends Route>(row: R): R => row;

export const HOUSEHOLD = ['household', 'helper'] as const satisfies readonly Role[];
/** Officials who handle cases; an administrator looks after the system and sees none. */
export const CASE_OFFICIALS = OFFICIAL_ROLES.filter((role) => role !== 'administrator');
export const CASE_READERS: readonly Role[] = [...HOUSEHOLD, ...CASE_OFFICIALS];

export const TAGS = {
  session: { zh: '登录', en: 'Session' },
  programmes: { zh: '项目指南', en: 'Programmes' },
  applications: { zh: '申请', en: 'Applications' },
  bundles: { zh: '捆绑与逐级申报', en: 'Bundled and tiered applications' },
  tasks: { zh: '待办任务', en: 'Tasks' },
  cases: { zh: '办件', en: 'Cases' },
  notices: { zh: '公示公告', en: 'Public notices' },
  entitlements: { zh: '按期发放', en: 'Entitlements' },
  payments: { zh: '拨付', en: 'Payments' },
  funds: { zh: '资金', en: 'Funds' },
  register: { zh: '名册与日历', en: 'Register and calendar' },
  housing: { zh: '住房', en: 'Housing' },
  audit: { zh: '审计', en: 'Audit' },
  archives: { zh: '档案', en: 'Archives' },
  operation: { zh: '运行', en: 'Operation' },
} as const satisfies Record<string, Bilingual>;
export type Tag = keyof typeof TAGS;
