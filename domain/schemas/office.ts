import { z } from 'zod';
import { PAYMENT_STATE_NAMES } from '../rules/payment-states.js';
import { Bilingual, Instant, IsoDate, PageQuery, pageOf, say } from './common.js';
import { PaymentView } from './payment-view.js';
import { PaymentWay } from './payment-way.js';

export const PaymentQuery = z.strictObject({
  ...PageQuery,
  state: z.enum(PAYMENT_STATE_NAMES).optional(),
});
export const PaymentPage = pageOf(PaymentView);
export const PaymentParams = z.strictObject({ reference: z.string().max(60) });

/** A payment with the way of its money and every word exchanged with the bank. */
export const PaymentDetail = PaymentWay.extend({
  payee: z.object({ name: z.string(), account: z.string() }),
  preparedBy: z.string(),
  reviewedBy: z.string().nullable(),
  /** Who signed besides, above the limit. */
  thirdBy: z.string().nullable(),
  /** The payee schedule that the order is on. */
  scheduleNo: z.string().nullable(),
  /** Before there were batches: what the bank was asked of this order alone. */
  inquiries: z.array(z.object({ question: z.string(), answer: Bilingual, at: Instant })),
}).meta({ id: 'PaymentDetail' });

export const HouseholdChangeReport = z.strictObject({
  registerNo: z.string().trim().min(1, say('请填写建档立卡编号', 'Give the number in the register')).max(40),
  kind: z.enum(['death', 'split', 'birth', 'marriage', 'move'], say('请选择变化类型', 'Choose what changed')),
  occurredOn: IsoDate,
});
export const HouseholdChangeReported = z.object({ id: z.string(), reportedAt: Instant, openCases: z.number().int() });

export const CalendarParams = z.strictObject({ date: IsoDate });
export const CalendarQuery = z.strictObject({
  year: z.coerce.number(say('请填写年份，如 2026', 'Give the year, like 2026')).int().min(2000).max(2100),
});
export const CalendarTellQuery = z.strictObject({ after: z.string().max(40).optional() });
export const CalendarDayBody = z.strictObject({
  /** `plain`: as the week has it; takes an entry back. */
  kind: z.enum(
    ['holiday', 'workday', 'plain'],
    say('请选择节假日、调休上班或恢复正常', 'Choose holiday, workday or plain'),
  ),
  /** Whose calendar: the State Council's, for all counties, or the county's own over it. */
  scope: z.enum(['national', 'county']),
  name: z.string().trim().min(1).max(40),
});
export const CalendarDayView = z.object({
  date: z.string(),
  scope: z.enum(['national', 'county']),
  kind: z.enum(['holiday', 'workday']),
  name: z.string(),
});
/** `next`: where to go on telling the open cases, by the same request with `after`; null when all were told. */
export const CalendarSaved = z.object({ date: z.string(), told: z.number().int(), next: z.string().nullable() });

export const RegisterImported = z
  .object({
    sha256: z.string(),
    lines: z.number().int(),
    changed: z.number().int(),
    rejected: z.number().int(),
    /** The first rejected rows with their line and reason. */
    rejections: z.array(z.object({ line: z.number().int(), reason: Bilingual })),
  })
  .meta({ id: 'RegisterImport' });

export const OutboxQuery = z.strictObject(PageQuery);
export const OutboxPage = pageOf(
  z.object({
    id: z.string(),
    channel: z.enum(['mail', 'sms']),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    createdAt: Instant,
    sentAt: Instant.nullable(),
  }),
);

export const Health = z.object({ status: z.literal('up') });
export const Readiness = z.object({
  /** `degraded`: PostgreSQL answers, the workflow engine does not; submissions and objections are still taken. */
  status: z.enum(['ready', 'degraded', 'away']),
  postgres: z.boolean(),
  temporal: z.boolean(),
});
