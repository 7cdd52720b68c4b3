import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { needsTwoSignatures } from '../../domain/rules/signatures.js';
import { type Stage, STAGES, stageRule } from '../../domain/rules/stages.js';

const stages = Object.keys(STAGES) as Stage[];
const fen = fc.integer({ min: 0, max: 20_000_000 });

describe('Two sign', () => {
  test('at township verification and acceptance, whatever is decided and whatever it costs', () => {
    for (const stage of ['townshipVerification', 'acceptanceInspection'] as const)
      for (const verdict of stageRule(stage).verdicts) expect(needsTwoSignatures(stage, verdict)).toBe(true);
  });

  test('where finance passes more than the limit, and not where it passes the limit itself', () => {
    const pass = (amountFen: number) =>
      needsTwoSignatures('paymentReview', 'pass', { amountFen, thirdSignatureAboveFen: 10_000_000 });
    expect([pass(9_999_999), pass(10_000_000), pass(10_000_001)]).toEqual([false, false, true]);
  });

  test('not where finance gives an order back, nor in a case that began without a limit', () => {
    const order = { amountFen: 20_000_000, thirdSignatureAboveFen: 1 };
    expect(needsTwoSignatures('paymentReview', 'return', order)).toBe(false);
    expect(needsTwoSignatures('paymentReview', 'pass', { amountFen: 20_000_000 })).toBe(false);
  });

  test('nowhere else for the sake of an amount', () => {
    const elsewhere = stages.filter((stage) => stage !== 'paymentReview');
    fc.assert(
      fc.property(fc.constantFrom(...elsewhere), fen, fen, (stage, amountFen, thirdSignatureAboveFen) => {
        const order = { amountFen, thirdSignatureAboveFen };
        expect(needsTwoSignatures(stage, 'pass', order)).toBe(stageRule(stage).signatures === 2);
      }),
    );
  });
});
