import type { Role } from '../rules/roles.js';
import { MoneyUse, MoneyUseQuery, SupervisedTaskPage, SupervisedTaskQuery } from '../schemas/supervision.js';
import { BYTES, route } from './route.js';

const SUPERVISION = ['countySupervisor', 'auditor'] as const satisfies readonly Role[];

/** 督办: the open tasks of an area whoever has them, what money was used for, and both as a file. */
export const supervisionRoutes = {
  listSupervisedTasks: route({
    method: 'get',
    personal: true,
    path: '/api/supervision/tasks',
    tag: 'tasks',
    summary: { zh: '本区域全部待办任务', en: 'All open tasks of the area, whoever has them' },
    who: SUPERVISION,
    query: SupervisedTaskQuery,
    answers: { 200: SupervisedTaskPage },
  }),
  getMoneyUse: route({
    method: 'get',
    path: '/api/supervision/money',
    tag: 'funds',
    summary: { zh: '各项资金、各项目的指标使用', en: 'What became of the year’s allotments, by fund and programme' },
    who: SUPERVISION,
    query: MoneyUseQuery,
    answers: { 200: MoneyUse },
  }),
  exportWorkload: route({
    method: 'get',
    path: '/api/supervision/report',
    tag: 'tasks',
    summary: {
      zh: '督办报表导出（Excel）：各环节、各人员、各项资金',
      en: 'The supervisor’s tables as an Excel file: stages, people, money',
    },
    who: SUPERVISION,
    query: MoneyUseQuery,
    answers: { 200: BYTES },
  }),
};
