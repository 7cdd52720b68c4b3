import { HouseholdEntered, NewUnregisteredHousehold } from '../schemas/unregistered-household.js';
import { route } from './route.js';

export const householdRoutes = {
  enterHousehold: route({
    method: 'post',
    path: '/api/households',
    tag: 'register',
    summary: {
      zh: '登记未建档农户（灾害救助、临时救助用），取得编号',
      en: 'Enter a household that is not in the register, for relief; answers with its number',
    },
    who: ['townshipVerifier', 'countyChecker'],
    idempotent: true,
    body: NewUnregisteredHousehold,
    answers: { 201: HouseholdEntered },
    errors: ['OUT_OF_AREA', 'NOT_FOUND', 'HOUSEHOLD_KNOWN'],
  }),
};
