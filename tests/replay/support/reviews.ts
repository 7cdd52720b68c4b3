import { commission } from '../../workflows/support/inputs.js';
import { goneBy, type Scenario } from './scenario.js';
import { act, comesTo, inTurn } from './ways.js';

/** Reviews that ask what their programme says they look at. */
export const REVIEWS = {
  'review-answers-what-its-programme-asks': {
    outcome: { kind: 'reviewed', finding: 'partlyUsed', score: 70 },
    go: async (hall) =>
      await goneBy(
        inTurn(
          comesTo('reviewReport'),
          act('reviewReport', 'report', { answers: ['yes', 'partly'] }),
          comesTo('performanceReview'),
          act('performanceReview', 'scored', { reasonCode: 'partlyUsed', score: 70, answers: ['yes', 'no'] }),
        ),
        await hall.commission(commission({ looksAt: 2 })),
      ),
  },
} as const satisfies Record<string, Scenario>;
