import { AreaList, Assignment, OfficialPage, OfficialQuery, Workload } from '../schemas/desk.js';
import { IdParams } from '../schemas/paper.js';
import { TaskView } from '../schemas/task.js';
import { OFFICIAL_ROLES } from '../rules/roles.js';
import { route } from './route.js';

/** What officials' desks are laid out by: areas, colleagues, loads. */
export const deskRoutes = {
  listAreas: route({
    method: 'get',
    path: '/api/areas',
    tag: 'register',
    summary: { zh: '本区域内的乡镇和村', en: 'Townships and villages of the reader’s area' },
    who: OFFICIAL_ROLES,
    answers: { 200: AreaList },
  }),
  listOfficials: route({
    method: 'get',
    path: '/api/officials',
    tag: 'register',
    summary: { zh: '工作人员及岗位', en: 'Officials of the area and their roles' },
    who: ['countySupervisor', 'administrator', 'auditor'],
    query: OfficialQuery,
    answers: { 200: OfficialPage },
  }),
  getWorkload: route({
    method: 'get',
    path: '/api/workload',
    tag: 'tasks',
    summary: { zh: '各环节、各人员的待办与时效', en: 'Open tasks by stage and person, and how long they took' },
    who: ['countySupervisor', 'auditor'],
    answers: { 200: Workload },
  }),
  assignTask: route({
    method: 'post',
    path: '/api/tasks/{id}/assignment',
    tag: 'tasks',
    summary: { zh: '改派任务', en: 'Give a task to somebody else who may do it' },
    who: ['countySupervisor'],
    idempotent: true,
    params: IdParams,
    body: Assignment,
    answers: { 200: TaskView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'TASK_CLOSED'],
  }),
};
