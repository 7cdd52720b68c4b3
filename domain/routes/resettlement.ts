import {
  NewPlots,
  NewSite,
  PlotPage,
  PlotQuery,
  SiteExportQuery,
  SitePage,
  SiteParams,
  SiteQuery,
  SiteView,
} from '../schemas/resettlement.js';
import { BYTES, CASE_OFFICIALS, route } from './route.js';

/** The county office plans the sites. */
const PLANNERS = ['countyChecker', 'countyApprover', 'housingOfficer'] as const;

export const resettlementRoutes = {
  enterSite: route({
    method: 'post',
    path: '/api/resettlement-sites',
    tag: 'housing',
    summary: { zh: '登记安置点及其地块（套房）', en: 'Enter a resettlement site with its plots or flats' },
    who: PLANNERS,
    idempotent: true,
    body: NewSite,
    answers: { 201: SiteView },
    errors: ['OUT_OF_AREA', 'SITE_KNOWN', 'PLOT_KNOWN'],
  }),
  enterPlots: route({
    method: 'post',
    path: '/api/resettlement-sites/{id}/plots',
    tag: 'housing',
    summary: { zh: '登记安置点的地块（套房）', en: 'Enter further plots or flats of a site' },
    who: PLANNERS,
    idempotent: true,
    params: SiteParams,
    body: NewPlots,
    answers: { 201: SiteView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'PLOT_KNOWN'],
  }),
  listSites: route({
    method: 'get',
    path: '/api/resettlement-sites',
    tag: 'housing',
    summary: { zh: '安置点台账：容量、已安置、剩余', en: 'Resettlement sites: capacity, taken, left' },
    who: CASE_OFFICIALS,
    query: SiteQuery,
    answers: { 200: SitePage },
  }),
  exportSites: route({
    method: 'get',
    path: '/api/resettlement-sites/export',
    tag: 'housing',
    summary: { zh: '安置点台账导出（Excel 或 CSV）', en: 'Resettlement sites as an Excel or CSV file' },
    who: CASE_OFFICIALS,
    query: SiteExportQuery,
    answers: { 200: BYTES },
  }),
  listPlots: route({
    method: 'get',
    path: '/api/resettlement-sites/{id}/plots',
    tag: 'housing',
    summary: { zh: '安置点的地块（套房）', en: 'The plots or flats of a site' },
    who: CASE_OFFICIALS,
    params: SiteParams,
    query: PlotQuery,
    answers: { 200: PlotPage },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
};
