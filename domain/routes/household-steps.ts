import type { z } from 'zod';
import type { ErrorCode } from '../errors.js';
import type { Bilingual } from '../schemas/common.js';
import {
  AccountStep,
  Acted,
  Completion,
  Correction,
  Extension,
  ReviewRequest,
  UseReport,
  Withdrawal,
  Withdrawn,
} from '../schemas/household-step.js';
import { IdParams } from '../schemas/paper.js';
import { ServiceRating } from '../schemas/service-rating.js';
import { HOUSEHOLD, NOTHING, route } from './route.js';

const ACTING = ['NOT_FOUND', 'STAGE_MOVED', 'NOT_AWAITED', 'UNAVAILABLE'] as const satisfies readonly ErrorCode[];

/** What a household does in its running case. */
const step = <B extends z.ZodType>(name: string, summary: Bilingual, body: B, ...errors: ErrorCode[]) =>
  route({
    method: 'post',
    path: `/api/applications/{id}/${name}`,
    tag: 'applications',
    summary,
    who: HOUSEHOLD,
    idempotent: true,
    params: IdParams,
    body,
    answers: { 200: Acted, 202: Acted },
    errors: [...ACTING, ...errors],
  });

export const householdStepRoutes = {
  withdraw: {
    ...step('withdrawal', { zh: '撤回申请', en: 'Withdraw' }, Withdrawal, 'TOO_LATE_TO_WITHDRAW'),
    answers: { 200: Withdrawn, 202: Withdrawn },
  },
  handInCorrection: step('correction', { zh: '提交补正', en: 'Hand in the correction' }, Correction, 'INVALID_INPUT'),
  requestInternalReview: step(
    'internal-review',
    { zh: '申请内部复核', en: 'Ask for an internal review' },
    ReviewRequest,
    'REASON_MISSING',
  ),
  declareCompletion: step(
    'completion',
    { zh: '申报完工', en: 'Declare the project done' },
    Completion,
    'PAPERS_MISSING',
  ),
  declareStart: step(
    'works-start',
    { zh: '申报开工（附改造前照片）', en: 'Declare that the works begin, with photographs of before' },
    Completion,
    'PAPERS_MISSING',
  ),
  signAgreement: step(
    'agreement',
    { zh: '签订搬迁协议（附协议照片）', en: 'Sign the agreement of the relocation, with its photograph' },
    Completion,
    'PAPERS_MISSING',
  ),
  declineAgreement: step(
    'agreement-refusal',
    { zh: '不接受安置方案，另行商定', en: 'Decline the offer and ask for another' },
    Withdrawal,
  ),
  declareMovedIn: step(
    'moving-in',
    { zh: '申报入住（附照片）', en: 'Declare that the household has moved in, with photographs' },
    Completion,
    'PAPERS_MISSING',
  ),
  declareVacated: step(
    'old-homestead',
    { zh: '申报旧宅处置完毕（附照片）', en: 'Declare that the old homestead is settled, with photographs' },
    Completion,
    'PAPERS_MISSING',
  ),
  requestExtension: step('extension', { zh: '申请延期', en: 'Ask for an extension' }, Extension, 'EXTENSION_USED'),
  setAccount: route({
    method: 'post',
    path: '/api/applications/{id}/account',
    tag: 'applications',
    summary: { zh: '确认或更换收款账户', en: 'Confirm or change the account' },
    who: HOUSEHOLD,
    idempotent: true,
    params: IdParams,
    body: AccountStep,
    // Nothing to tell before submission and in a correction; the confirmation of a returned payment's account is an act.
    answers: { 200: Acted, 202: Acted, 204: NOTHING },
    errors: [...ACTING, 'CONSENT_MISSING'],
  }),
  rateService: route({
    method: 'post',
    path: '/api/applications/{id}/rating',
    tag: 'applications',
    summary: { zh: '评价服务（五级）', en: 'Rate the service, in five levels' },
    who: HOUSEHOLD,
    idempotent: true,
    params: IdParams,
    body: ServiceRating,
    answers: { 204: NOTHING },
    errors: ['NOT_FOUND', 'NOT_AWAITED'],
  }),
  reportUse: step('review-report', { zh: '报告资金使用情况', en: 'Report the use of the money' }, UseReport),
};
