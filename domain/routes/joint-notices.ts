import type { ErrorCode } from '../errors.js';
import { JointNotice, JointNoticeDetail, JointNoticePage, JointNoticeQuery, OnBoard } from '../schemas/joint-notice.js';
import { NoticeParams } from '../schemas/notice-view.js';
import { CASE_OFFICIALS, route } from './route.js';

const ACTING = [
  'NOT_FOUND',
  'OUT_OF_AREA',
  'KIN',
  'NOT_AWAITED',
  'BUNDLE_MOVED',
  'TASK_TAKEN',
] as const satisfies readonly ErrorCode[];

export const jointNoticeRoutes = {
  listJointNotices: route({
    method: 'get',
    path: '/api/joint-notices',
    tag: 'bundles',
    summary: { zh: '集中公示的张榜与取下', en: 'Notices of several cases: which to post, which to take down' },
    who: CASE_OFFICIALS,
    query: JointNoticeQuery,
    answers: { 200: JointNoticePage },
  }),
  getJointNotice: route({
    method: 'get',
    path: '/api/joint-notices/{no}',
    tag: 'bundles',
    summary: {
      zh: '一份集中公示及张榜、取下的照片和见证人',
      en: 'A notice of several cases, with what was recorded on the board',
    },
    who: CASE_OFFICIALS,
    params: NoticeParams,
    answers: { 200: JointNoticeDetail },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  postJointNotice: route({
    method: 'post',
    path: '/api/joint-notices/{no}/posting',
    tag: 'bundles',
    summary: { zh: '张榜（一次，所列各户均生效）', en: 'Posted on the village board: once, for all its cases' },
    who: ['townshipVerifier'],
    standIn: true,
    idempotent: true,
    params: NoticeParams,
    body: OnBoard,
    answers: { 200: JointNotice },
    errors: ACTING,
  }),
  takeDownJointNotice: route({
    method: 'post',
    path: '/api/joint-notices/{no}/taking-down',
    tag: 'bundles',
    summary: {
      zh: '公示期满取下（一次，所列各户均生效）',
      en: 'Taken down after the full term: once, for all its cases',
    },
    who: ['townshipVerifier'],
    standIn: true,
    idempotent: true,
    params: NoticeParams,
    body: OnBoard,
    answers: { 200: JointNotice },
    errors: [...ACTING, 'NOTICE_RUNNING'],
  }),
};
