import { EmptyBody } from '../schemas/household-step.js';
import { IdParams } from '../schemas/paper.js';
import {
  ColleaguePage,
  ColleagueQuery,
  NewSubstitution,
  SubstitutionPage,
  SubstitutionQuery,
  SubstitutionView,
} from '../schemas/substitution.js';
import { CASE_OFFICIALS, route } from './route.js';

/** 代理: whoever is absent names a colleague of the same office who does his tasks meanwhile. */
export const substitutionRoutes = {
  listSubstitutions: route({
    method: 'get',
    path: '/api/substitutions',
    tag: 'tasks',
    summary: { zh: '代理记录', en: 'Who stands in for whom, from when until when' },
    who: CASE_OFFICIALS,
    query: SubstitutionQuery,
    answers: { 200: SubstitutionPage },
  }),
  listColleagues: route({
    method: 'get',
    path: '/api/substitutions/colleagues',
    tag: 'tasks',
    summary: { zh: '可以代理的同单位人员', en: 'Colleagues of the office who may stand in' },
    who: CASE_OFFICIALS,
    query: ColleagueQuery,
    answers: { 200: ColleaguePage },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  nameSubstitute: route({
    method: 'post',
    path: '/api/substitutions',
    tag: 'tasks',
    summary: { zh: '指定代理人', en: 'Name a substitute' },
    who: CASE_OFFICIALS,
    idempotent: true,
    body: NewSubstitution,
    answers: { 201: SubstitutionView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  endSubstitution: route({
    method: 'post',
    path: '/api/substitutions/{id}/end',
    tag: 'tasks',
    summary: { zh: '提前结束代理', en: 'End a substitution before its time' },
    who: CASE_OFFICIALS,
    idempotent: true,
    params: IdParams,
    body: EmptyBody,
    answers: { 200: SubstitutionView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
};
