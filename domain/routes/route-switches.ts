import { RouteQuery, RouteSwitchBody, RoutesView } from '../schemas/route-switch.js';
import { route } from './route.js';

export const routeSwitchRoutes = {
  listOpenRoutes: route({
    method: 'get',
    path: '/api/application-routes',
    tag: 'applications',
    summary: { zh: '一个县或乡镇开放的申报途径', en: 'Which ways of applying are open in a county or township' },
    who: 'public',
    query: RouteQuery,
    answers: { 200: RoutesView },
  }),
  switchRoute: route({
    method: 'post',
    path: '/api/application-routes',
    tag: 'applications',
    summary: { zh: '自某日起开放或关闭一种申报途径', en: 'Open or close a way of applying from a day on' },
    who: ['administrator'],
    idempotent: true,
    body: RouteSwitchBody,
    answers: { 201: RoutesView },
    errors: ['OUT_OF_AREA'],
  }),
};
