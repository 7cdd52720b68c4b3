import { CAST } from '../cast.js';
import type { CaseWalk, Step } from '../case-walk.js';
import { eventually } from '../patience.js';

type State = 'made' | 'reviewed';

/** 补贴清册: the programme's office makes the order by a schedule, instead of on the case's task. */
export const makesSchedule: Step = async (walk) => {
  await walk.awaits('paymentPreparation');
  const maker = await walk.town.official(CAST.maker(walk)[0]);
  const { caseNo = '', seen } = walk;
  const body = { programme: seen!.programme.code, caseNos: [caseNo] };
  walk.scheduleNo = (await maker.call('makePayeeSchedule', { body })).no;
};

/** 财政复核: finance reviews the schedule as a whole, by the totals that it has seen. */
export const reviewsSchedule: Step = async (walk) => {
  const finance = await walk.town.official(CAST.finance(walk)[0]);
  const params = { no: walk.scheduleNo ?? '' };
  const digest = await digestOnce(walk, 'made');
  await finance.call('reviewPayeeSchedule', { params, body: { digest, verdict: 'pass' } });
  await digestOnce(walk, 'reviewed');
};

/** What is signed of the schedule, as soon as it is where it is awaited. */
async function digestOnce(walk: CaseWalk, awaited: State): Promise<string> {
  const finance = await walk.town.official(CAST.finance(walk)[0]);
  const params = { no: walk.scheduleNo ?? '' };
  return await eventually(async () => {
    const { state, digest } = await finance.call('getPayeeSchedule', { params });
    return state.code === awaited && digest !== null ? digest : undefined;
  }, walk.signal);
}
