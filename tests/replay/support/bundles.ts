import type { Stage } from '../../../domain/rules/stages.js';
import type { Application } from '../../../domain/schemas/application.js';
import type { Outcome } from '../../../domain/schemas/outcome.js';
import { publicationOpened } from '../../../workflows/messages.js';
import { REASON } from '../../workflows/support/acts.js';
import type { BundleWorld } from '../../workflows/support/bundle-world.js';
import { bundled, bundleOf } from '../../workflows/support/bundle-inputs.js';
import { AMOUNT_FEN } from '../../workflows/support/inputs.js';
import { otherChecker } from '../../workflows/support/people.js';
import { Hall } from '../../workflows/support/hall.js';
import type { RunningBundle } from '../../workflows/support/running-bundle.js';
import type { BundleCommission } from '../../../domain/schemas/bundle-commission.js';
import { goneBy, refused, type Scenario } from './scenario.js';
import { act, comesTo, householdChanges, inTurn, isObjectedTo, toTheEnd, turnsAt, type Way } from './ways.js';

const completed = (amountFen = AMOUNT_FEN): Outcome => ({ kind: 'completed', amountFen });

/** The bundle of a case is published, the case with it. */
const isPublished: Way = inTurn(comesTo('noticeAwaited'), async (filed) => {
  await filed.handle.signal(publicationOpened, '339901-2026-K000001-N1');
  await filed.untilStage('noticePosting');
});

const household = (
  outcome: Outcome,
  way: Way,
  verdict: 'pass' | 'refuse' = 'pass',
  changes: Partial<Application> = {},
): Scenario => ({
  outcome,
  go: async (hall) => {
    const application = bundled(verdict, { paidAfterAcceptance: verdict === 'pass', ...changes });
    return await goneBy(way, await hall.fileBundled(application));
  },
});
const householdRefused = (stage: Stage, before: Way = inTurn()): Scenario =>
  household(refused(stage), inTurn(before, turnsAt(stage, 'refuse')));

interface Going {
  readonly begins: BundleCommission['state'];
  readonly world?: (world: BundleWorld) => void;
  readonly acts: (run: RunningBundle) => Promise<void>;
}

const bundle = (outcome: string, { begins, world, acts }: Going): Scenario => ({
  outcome,
  go: async (hall) => {
    const run = await hall.bundle(bundleOf({ state: begins }), world);
    await acts(run);
    return { handle: run.handle, world: { steps: [], noted: [] }, outcome: () => run.outcome() };
  },
});

const isChecked = async (run: RunningBundle) => {
  await run.untilState('initialCheck');
  await run.decide('initialCheck', 'pass');
};

/** Every ending of a bundle, and of what is different in the cases of one. */
export const BUNDLE_SCENARIOS = {
  'bundled-household-completed': household(completed(), inTurn(isPublished, toTheEnd)),
  'bundled-household-amended': household(
    completed(150_000),
    inTurn(isPublished, isObjectedTo, act('objectionHearing', 'amend', { quantity: 500 }), toTheEnd),
  ),
  'bundled-household-struck-out': household(refused('initialCheck'), comesTo('refused'), 'refuse'),
  'bundled-household-checked-by-itself': household(
    completed(),
    inTurn(
      turnsAt('refused', 'requestReview'),
      act('internalReview', 'overturn'),
      act('initialCheck', 'pass', { by: otherChecker }),
      isPublished,
      toTheEnd,
    ),
    'refuse',
  ),
  'bundled-household-closed-for-change': household(
    { kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON },
    inTurn(comesTo('noticeAwaited'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
  ),
  'bundled-household-refused-at-verification': householdRefused('townshipVerification'),
  'bundled-household-refused-at-approval': householdRefused('projectApproval'),
  'bundled-household-refused-at-acceptance': householdRefused('acceptanceInspection', isPublished),
  'bundled-household-refused-after-objection': household(
    refused('objectionHearing'),
    inTurn(isPublished, isObjectedTo, act('objectionHearing', 'refuse')),
  ),
  'bundled-household-not-completed': household(
    { kind: 'notCompleted', stage: 'projectWork' },
    inTurn(isPublished, comesTo('projectWork')),
  ),
  'bundled-household-lapsed-without-correction': household(
    { kind: 'lapsed', stage: 'correction' },
    turnsAt('townshipVerification', 'return'),
  ),
  'bundled-household-lapsed-without-promised-papers': household(
    { kind: 'lapsed', stage: 'promisedPapers' },
    comesTo('promisedPapers'),
    'pass',
    { promisedPapers: ['landLease'] },
  ),
  'bundled-household-withdrawn': household(
    { kind: 'withdrawn', stage: 'projectApproval' },
    turnsAt('projectApproval', 'withdraw'),
  ),
  'bundled-household-withdrawn-before-its-case': {
    outcome: { kind: 'withdrawn', stage: 'initialCheck' },
    go: async (hall) => await goneBy(toTheEnd, await hall.fileBundled(bundled('withdraw'))),
  },
  'bundled-household-found-unfit': {
    outcome: refused('initialCheck'),
    go: async (hall) => {
      const filed = await hall.fileBundled(bundled(), (world) => (world.findings = ['NOT_REGISTERED']));
      return await goneBy(inTurn(comesTo('initialCheck'), act('initialCheck', 'refuse'), comesTo('refused')), filed);
    },
  },
  'bundle-ended-unpublished': bundle('ended', {
    begins: 'filing',
    world: (world) => (world.publications = []),
    acts: isChecked,
  }),
  'bundle-ended': bundle('ended', {
    begins: 'filing',
    world: (world) => (world.publications = [58, 2]),
    acts: isChecked,
  }),
  'bundle-begun-anew-ended': bundle('ended', {
    begins: 'running',
    world: (world) => Object.assign(world, { started: 60, publications: [2] }),
    acts: async () => {},
  }),
  'bundle-begun-anew-in-time': {
    ...bundle('ended', {
      begins: 'filing',
      world: (world) => Object.assign(world, { waits: 0, publications: [30, 20, 8, 2] }),
      acts: isChecked,
    }),
    // The server tells it to begin anew after a few events rather than thousands.
    opens: () => Hall.openOnDevServer('--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=60'),
  },
  'bundle-tiered-ended': bundle('ended', {
    begins: 'villageEndorsement',
    acts: async (run) => {
      await run.decide('villageEndorsement', 'pass');
      await run.decide('townshipEndorsement', 'pass');
      await isChecked(run);
    },
  }),
  'bundle-returned-by-village': bundle('returned', {
    begins: 'villageEndorsement',
    acts: async (run) => await run.decide('villageEndorsement', 'return'),
  }),
  'bundle-returned-by-township': bundle('returned', {
    begins: 'townshipEndorsement',
    acts: async (run) => await run.decide('townshipEndorsement', 'return'),
  }),
} as const satisfies Record<string, Scenario>;
