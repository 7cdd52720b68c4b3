import {
  HouseCase,
  HouseEntered,
  HouseExportQuery,
  HousePage,
  HouseParams,
  HouseQuery,
  NewHouse,
} from '../schemas/houses.js';
import { BYTES, CASE_OFFICIALS, route } from './route.js';

const FINDERS = ['housingOfficer', 'inspector', 'townshipVerifier'] as const;

export const houseRoutes = {
  enterHouse: route({
    method: 'post',
    path: '/api/houses',
    tag: 'housing',
    summary: {
      zh: '登记发现的危房，自动立案',
      en: 'Enter an unsafe house that was found; its case begins by itself',
    },
    who: FINDERS,
    idempotent: true,
    body: NewHouse,
    answers: { 201: HouseEntered },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'HOUSE_KNOWN'],
  }),
  beginRenovation: route({
    method: 'post',
    path: '/api/houses/{id}/case',
    tag: 'housing',
    summary: { zh: '为待办理的台账立案', en: 'Begin a case for an entry that waits for one' },
    who: FINDERS,
    idempotent: true,
    params: HouseParams,
    body: HouseCase,
    answers: { 201: HouseEntered },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'HOUSE_IN_HAND', 'PROGRAMME_CLOSED'],
  }),
  listHouses: route({
    method: 'get',
    personal: true,
    path: '/api/houses',
    tag: 'housing',
    summary: { zh: '危房台账（一户一档）', en: 'The ledger of houses: one entry for a household' },
    who: CASE_OFFICIALS,
    query: HouseQuery,
    answers: { 200: HousePage },
    errors: ['OUT_OF_AREA'],
  }),
  exportHouses: route({
    method: 'get',
    personal: true,
    path: '/api/houses/export',
    tag: 'housing',
    summary: { zh: '危房台账导出（Excel 或 CSV）', en: 'The ledger of houses as an Excel or CSV file' },
    who: CASE_OFFICIALS,
    query: HouseExportQuery,
    answers: { 200: BYTES },
    errors: ['OUT_OF_AREA'],
  }),
};
