import type { ErrorCode } from '../errors.js';
import type { Role } from '../rules/roles.js';
import {
  NewSchedule,
  ScheduleActed,
  ScheduleDetail,
  ScheduleExportQuery,
  ScheduleLineQuery,
  SchedulePage,
  ScheduleParams,
  ScheduleQuery,
  ScheduleReview,
  ScheduleSignature,
} from '../schemas/payee-schedule.js';
import { BYTES, route } from './route.js';

const READERS = ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'] as const satisfies readonly Role[];

const SIGNING = [
  'NOT_FOUND',
  'OUT_OF_AREA',
  'OWN_DECISION',
  'OWN_OFFICE',
  'SCHEDULE_MOVED',
  'SCHEDULE_CHANGED',
] as const satisfies readonly ErrorCode[];

export const payeeScheduleRoutes = {
  makePayeeSchedule: route({
    method: 'post',
    path: '/api/payee-schedules',
    tag: 'payments',
    summary: { zh: '编制补贴清册', en: 'Make a payee schedule: the orders of many cases together' },
    who: ['paymentMaker'],
    idempotent: true,
    body: NewSchedule,
    answers: { 201: ScheduleActed },
    errors: ['OUT_OF_AREA', 'SCHEDULE_EMPTY'],
  }),
  listPayeeSchedules: route({
    method: 'get',
    personal: true,
    path: '/api/payee-schedules',
    tag: 'payments',
    summary: { zh: '补贴清册列表', en: 'Payee schedules of the area' },
    who: READERS,
    query: ScheduleQuery,
    answers: { 200: SchedulePage },
  }),
  getPayeeSchedule: route({
    method: 'get',
    personal: true,
    path: '/api/payee-schedules/{no}',
    tag: 'payments',
    summary: { zh: '一本清册及其明细', en: 'A payee schedule with its control totals and lines' },
    who: READERS,
    params: ScheduleParams,
    query: ScheduleLineQuery,
    answers: { 200: ScheduleDetail },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  exportPayeeSchedule: route({
    method: 'get',
    personal: true,
    path: '/api/payee-schedules/{no}/export',
    tag: 'payments',
    summary: { zh: '清册导出（Excel 或 CSV）', en: 'A payee schedule as an Excel or CSV file' },
    who: READERS,
    params: ScheduleParams,
    query: ScheduleExportQuery,
    answers: { 200: BYTES },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  reviewPayeeSchedule: route({
    method: 'post',
    path: '/api/payee-schedules/{no}/review',
    tag: 'payments',
    summary: { zh: '财政复核清册', en: 'Finance reviews a payee schedule' },
    who: ['paymentReviewer'],
    idempotent: true,
    params: ScheduleParams,
    body: ScheduleReview,
    answers: { 200: ScheduleActed },
    errors: SIGNING,
  }),
  signPayeeSchedule: route({
    method: 'post',
    path: '/api/payee-schedules/{no}/signature',
    tag: 'payments',
    summary: { zh: '超过限额的清册会签', en: 'The third signature on a payee schedule above the limit' },
    who: ['paymentReviewer'],
    idempotent: true,
    params: ScheduleParams,
    body: ScheduleSignature,
    answers: { 200: ScheduleActed },
    errors: [...SIGNING, 'ALREADY_SIGNED'],
  }),
};
