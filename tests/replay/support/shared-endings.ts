import type { Stage } from '../../../domain/rules/stages.js';
import type { Application } from '../../../domain/schemas/application.js';
import type { Outcome } from '../../../domain/schemas/outcome.js';
import { application, relocation, renovation } from '../../workflows/support/inputs.js';
import { filed, refused, type Scenario } from './scenario.js';
import { act, comesTo, inTurn, isObjectedTo, turnsAt, type Way } from './ways.js';

type Filed = (changes: Partial<Application>) => Application;

const entitlement: Filed = (changes) => application({ workflow: 'entitlement', ...changes });
const relief: Filed = (changes) => application({ workflow: 'relief', ...changes });

const ends = (file: Filed, outcome: Outcome, way: Way, changes: Partial<Application> = {}): Scenario =>
  filed(outcome, way, () => file(changes));
const isRefused = (file: Filed, stage: Stage): Scenario => ends(file, refused(stage), turnsAt(stage, 'refuse'));
const isRefusedAfterObjection = (file: Filed): Scenario =>
  ends(file, refused('objectionHearing'), inTurn(isObjectedTo, act('objectionHearing', 'refuse')));
const withoutPromisedPapers = (file: Filed): Scenario =>
  ends(file, { kind: 'lapsed', stage: 'promisedPapers' }, comesTo('promisedPapers'), { promisedPapers: ['landLease'] });
const withoutCorrection = (file: Filed): Scenario =>
  ends(file, { kind: 'lapsed', stage: 'correction' }, turnsAt('initialCheck', 'return'));
const isWithdrawn = (file: Filed, stage: Stage): Scenario =>
  ends(file, { kind: 'withdrawn', stage }, turnsAt(stage, 'withdraw'));

/** The endings at stages that several orders of stages have in common, for those beside the direct project. */
export const SHARED_ENDINGS = {
  'relocation-refused-at-initial-check': isRefused(relocation, 'initialCheck'),
  'relocation-refused-at-verification': isRefused(relocation, 'townshipVerification'),
  'relocation-refused-at-approval': isRefused(relocation, 'projectApproval'),
  'relocation-refused-after-objection': isRefusedAfterObjection(relocation),
  'relocation-lapsed-without-correction': withoutCorrection(relocation),
  'relocation-lapsed-without-promised-papers': withoutPromisedPapers(relocation),
  'relocation-withdrawn-at-approval': isWithdrawn(relocation, 'projectApproval'),
  'renovation-refused-at-initial-check': isRefused(renovation, 'initialCheck'),
  'renovation-refused-at-verification': isRefused(renovation, 'townshipVerification'),
  'renovation-refused-after-objection': isRefusedAfterObjection(renovation),
  'renovation-lapsed-without-promised-papers': withoutPromisedPapers(renovation),
  'renovation-withdrawn-at-appraisal': isWithdrawn(renovation, 'houseAppraisal'),
  'entitlement-refused-at-verification': isRefused(entitlement, 'townshipVerification'),
  'entitlement-lapsed-without-promised-papers': withoutPromisedPapers(entitlement),
  'relief-lapsed-without-promised-papers': withoutPromisedPapers(relief),
} as const satisfies Record<string, Scenario>;
