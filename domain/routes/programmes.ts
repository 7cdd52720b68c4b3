import { z } from 'zod';
import { ProgrammeGuide, ProgrammeParams, ProgrammeQuery, ProgrammeSummary } from '../schemas/programme-view.js';
import { route } from './route.js';

export const programmeRoutes = {
  listProgrammes: route({
    method: 'get',
    path: '/api/programmes',
    tag: 'programmes',
    summary: { zh: '可申报的项目', en: 'The programmes of a county' },
    who: 'public',
    query: ProgrammeQuery,
    answers: { 200: z.object({ items: z.array(ProgrammeSummary) }) },
  }),
  getProgramme: route({
    method: 'get',
    path: '/api/programmes/{code}',
    tag: 'programmes',
    summary: {
      zh: '申报指南：对象、标准、材料、步骤、依据',
      en: 'Guide: who may, standard, papers, steps, legal basis',
    },
    who: 'public',
    params: ProgrammeParams,
    query: ProgrammeQuery,
    answers: { 200: ProgrammeGuide },
    errors: ['NOT_FOUND'],
  }),
};
