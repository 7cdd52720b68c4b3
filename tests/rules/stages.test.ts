import { describe, expect, test } from '@jest/globals';
import { OFFICIAL_ROLES } from '../../domain/rules/roles.js';
import { type Stage, STAGES, stageRule, VERDICTS } from '../../domain/rules/stages.js';
import { EXAMPLE_POLICY } from '../../domain/schemas/county-policy.js';

const stages = Object.keys(STAGES) as Stage[];
const where = (isSo: (stage: Stage) => boolean) => stages.filter(isSo);

describe('The stages of a case', () => {
  test('name the clause of the policy they carry out', () => {
    expect(where((stage) => stageRule(stage).clause.trim() === '')).toEqual([]);
  });

  test('await somebody wherever something can be decided', () => {
    // Promised papers come by themselves; all the household can decide there is to withdraw.
    expect(where((stage) => stageRule(stage).verdicts.length > 0 && !stageRule(stage).awaits)).toEqual([]);
    expect(where((stage) => stageRule(stage).awaits !== undefined && stageRule(stage).verdicts.length === 0)).toEqual([
      'promisedPapers',
    ]);
  });

  test('know every verdict there is, each somewhere; withdrawing everywhere until approval', () => {
    const known = new Set(stages.flatMap((stage) => stageRule(stage).verdicts));
    expect(VERDICTS.filter((verdict) => !known.has(verdict))).toEqual(['withdraw']);
    expect(where((stage) => stageRule(stage).withdrawable === true)).toEqual([
      ...['initialCheck', 'correction', 'townshipVerification', 'promisedPapers', 'projectApproval'],
      ...['reliefDecision', 'entitlementApproval', 'houseAppraisal', 'housingApproval', 'worksStart', 'otherHousing'],
      ...['agreementOffer', 'agreementSigning', 'movingIn'],
    ]);
  });

  test('have two signatures on the spot: verification and acceptance', () => {
    expect(where((stage) => stageRule(stage).signatures === 2)).toEqual([
      'townshipVerification',
      'acceptanceInspection',
      'worksAcceptance',
      'movingInInspection',
      'homesteadInspection',
    ]);
  });

  test('bar checker, verifier, approver, payment maker and payment checker from one another', () => {
    const deciding = ['initialCheck', 'townshipVerification', 'projectApproval', 'paymentPreparation', 'paymentReview'];
    expect(where((stage) => stageRule(stage).decides === true)).toEqual(expect.arrayContaining(deciding));
  });

  test('have objections and internal reviews heard, and payments reviewed, by another office', () => {
    expect(where((stage) => stageRule(stage).heardByAnotherOffice === true)).toEqual([
      'objectionHearing',
      'internalReview',
      'paymentReview',
    ]);
  });

  test('have a deadline wherever an official is awaited', () => {
    // What relief is not confirmed by changes the case: a term of its own.
    const timed = [EXAMPLE_POLICY.stageWorkingDays, EXAMPLE_POLICY.relief.stageWorkingDays].flatMap(Object.keys);
    timed.push('reliefConfirmation');
    // Nobody is asked for it: it may be chosen at any time; without a choice nothing is ordered.
    timed.push('payeeChoice');
    const official = where((stage) => OFFICIAL_ROLES.some((role) => role === stageRule(stage).awaits));
    expect(official.filter((stage) => !timed.includes(stage))).toEqual([]);
  });
});
