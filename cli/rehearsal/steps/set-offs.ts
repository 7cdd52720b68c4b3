import { CAST } from '../cast.js';
import type { Step } from '../case-walk.js';
import { eventually } from '../patience.js';

/** Puts the case aside and takes up the other one of the household; the first time, one that is still to be filed. */
export const takesUpOther: Step = (walk) => {
  const { caseNo, applicationId, aside } = walk;
  walk.aside = { caseNo, applicationId };
  walk.caseNo = aside?.caseNo;
  walk.applicationId = aside?.applicationId ?? '';
  return Promise.resolve();
};

/** 抵扣: what has to come back of the case is kept back of later payments, as two officials order. */
export const ordersSetOff: Step = async (walk) => {
  const params = { caseNo: walk.caseNo ?? '' };
  const supervisor = await walk.town.official(...CAST.oversight());
  await eventually(async () => {
    const { items } = await supervisor.call('listRecoveries', { query: { state: 'open', limit: 100 } });
    return items.find(({ caseNo }) => caseNo === params.caseNo);
  }, walk.signal);
  const body = { words: '演练：未按用途使用，尚未退回。' };
  const { digest } = await supervisor.call('proposeSetOff', { params, body });
  const second = await walk.town.official(...CAST.justice());
  await second.call('signSetOff', { params, body: { digest, agrees: true } });
};
