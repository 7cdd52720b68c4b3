import type { Stage, Verdict } from '../../../domain/rules/stages.js';
import { calendarChanged, householdChanged, papersReceived } from '../../../workflows/messages.js';
import { calendarWith, shanghaiDays } from '../../workflows/support/calendars.js';
import { AMOUNT_FEN } from '../../workflows/support/inputs.js';
import type { RunningCase } from '../../workflows/support/running-case.js';

/** What happens to a case, or a part of it. */
export type Way = (filed: RunningCase) => Promise<void>;

/** One after the other. */
export const inTurn =
  (...ways: readonly Way[]): Way =>
  async (filed) => {
    for (const way of ways) await way(filed);
  };

export const comesTo =
  (stage: Stage): Way =>
  async (filed) =>
    await filed.comeTo(stage);

export const toTheEnd = comesTo('closed');

export const act =
  (...[stage, verdict, more]: Parameters<RunningCase['act']>): Way =>
  async (filed) =>
    await filed.act(stage, verdict, more);

/** Comes to a stage and does something there that does not happen in an uneventful case. */
export const turnsAt = (stage: Stage, verdict: Verdict): Way => inTurn(comesTo(stage), act(stage, verdict));

export const isObjectedTo = inTurn(comesTo('publicNotice'), async (filed) => {
  await filed.object('objection-1');
  await filed.untilStage('objectionHearing');
});

export const householdChanges: Way = async (filed) => {
  await filed.handle.signal(householdChanged, 'change-1');
  await filed.until(() => filed.all('changeReported').length === 1);
};

export const calendarMoves: Way = async (filed) => {
  filed.world.calendar = calendarWith({ holidays: shanghaiDays(filed.all('entered').at(-1)!.at, 12) });
  await filed.handle.signal(calendarChanged);
  await filed.until(() => filed.all('deadlineMoved').length === 1);
};

/** The promised paper comes, and the case goes on to a stage. */
export const paperComesTo =
  (stage: Stage): Way =>
  async (filed) => {
    await filed.handle.signal(papersReceived, ['landLease']);
    await filed.untilStage(stage);
  };

export const paperComes = paperComesTo('projectApproval');

export const moneyComes: Way = async (filed) => {
  filed.world.allotmentFen = AMOUNT_FEN;
};

export const isScored = (reasonCode: string, score: number): Way =>
  inTurn(comesTo('performanceReview'), act('performanceReview', 'scored', { reasonCode, score }));

/** The household lets the time of its report pass. */
export const isNotReported: Way = async (filed) => {
  await filed.sleepUntilDue();
  await filed.untilStage('performanceReview');
};
