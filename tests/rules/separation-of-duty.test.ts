import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decisionsOf, mayAct, type PastDecision } from '../../domain/rules/separation-of-duty.js';
import { boundAs, isOnePost } from '../../domain/rules/substitution.js';
import { type Stage, STAGES, stageRule } from '../../domain/rules/stages.js';
import type { Act, Actor } from '../../domain/schemas/act.js';

const VILLAGE = '339901101201';
const KIN = ['official-3', 'official-7'];
const deciding = (Object.keys(STAGES) as Stage[]).filter((stage) => stageRule(stage).decides);

/** Ten officials in four offices: few enough to meet again and again. */
const somebody = fc.record({
  person: fc.integer({ min: 0, max: 9 }),
  areaCode: fc.constantFrom('339901', '339901101', '339901109', '339902'),
  /** Now and then one of his office is absent, and he acts in that one's place. */
  absent: fc.option(fc.constantFrom(4, 8), { nil: undefined, freq: 3 }),
});
type Somebody = typeof somebody extends fc.Arbitrary<infer T> ? T : never;

const attempt = fc.record({
  stage: fc.constantFrom(...deciding),
  by: somebody,
  cosigner: fc.option(somebody, { nil: undefined }),
  overturn: fc.boolean(),
});
const manyAttempts = fc.array(attempt, { minLength: 20, maxLength: 80 });
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

interface Accepted {
  readonly act: Act;
  readonly signers: readonly Actor[];
  readonly before: readonly PastDecision[];
}

const actor = (stage: Stage, { person, areaCode, absent }: Somebody): Actor => ({
  ...{ id: `official-${person}`, role: stageRule(stage).awaits!, officeId: `office-${person % 4}`, areaCode },
  ...(absent !== undefined && { inAbsenceOf: `official-${(person + absent) % 10}` }),
});

function actOf({ stage, by, cosigner }: Attempt): Act {
  const [verdict] = stageRule(stage).verdicts;
  return { stage, by: actor(stage, by), verdict: verdict!, ...(cosigner && { cosigner: actor(stage, cosigner) }) };
}

/** What of these attempts a case lets through, one after the other; some stages are overturned in between. */
function accepted(attempts: readonly Attempt[]): Accepted[] {
  let decisions: readonly PastDecision[] = [];
  const through: Accepted[] = [];
  for (const attempted of attempts) {
    const { stage, overturn } = attempted;
    const act = actOf(attempted);
    const view = { stage, awaiting: true, householdId: 'household-1', areaCode: VILLAGE, recused: KIN, decisions };
    if (mayAct(view, act) === undefined) {
      const signers = act.cosigner ? [act.by, act.cosigner] : [act.by];
      through.push({ act, signers, before: decisions });
      decisions = [...decisions, ...decisionsOf(act)];
    }
    if (overturn) decisions = decisions.map((d) => (d.stage === stage ? { ...d, overturned: true } : d));
  }
  return through;
}

function holds(isKept: (one: Accepted) => boolean): void {
  fc.assert(fc.property(manyAttempts, (tried) => accepted(tried).every(isKept)));
}

describe('Whatever officials attempt one after the other in a case', () => {
  test('nobody decides at two of its stages', () => {
    holds(({ act, signers, before }) =>
      before.every((past) => past.stage === act.stage || signers.every(({ id }) => id !== past.officialId)),
    );
  });

  test('nobody decides again what was overturned', () => {
    holds(({ signers, before }) =>
      before.every((past) => !past.overturned || signers.every(({ id }) => id !== past.officialId)),
    );
  });

  test('nobody hears what his own office did', () => {
    holds(
      ({ act, signers, before }) =>
        !stageRule(act.stage).heardByAnotherOffice ||
        before.every((past) => past.stage === act.stage || signers.every(({ officeId }) => officeId !== past.officeId)),
    );
  });

  test('no relative decides', () => {
    holds(({ signers }) => signers.every(({ id }) => !KIN.includes(id)));
  });

  test('nobody decides outside his area', () => {
    holds(({ signers }) => signers.every(({ areaCode }) => VILLAGE.startsWith(areaCode!)));
  });

  test('whoever stands in for somebody keeps out of what that one must keep out of, and the other way round', () => {
    holds(
      ({ act, signers, before }) =>
        signers.every(({ inAbsenceOf }) => !KIN.includes(inAbsenceOf ?? '')) &&
        before.every((past) => {
          const posts = signers.flatMap(boundAs);
          const decided = [past.officialId, past.inAbsenceOf];
          return (past.stage === act.stage && !past.overturned) || posts.every((post) => !decided.includes(post));
        }),
    );
  });

  test('of two signatures none is given in the place of the other', () => {
    holds(({ act: { by, cosigner } }) => !cosigner || !isOnePost(by, cosigner));
  });

  test('two people sign where two must', () => {
    holds(
      ({ act, signers }) => stageRule(act.stage).signatures !== 2 || new Set(signers.map(({ id }) => id)).size === 2,
    );
  });

  test('whoever signs beside another is somebody else in the same post', () => {
    holds(({ act: { by, cosigner } }) => !cosigner || (cosigner.id !== by.id && cosigner.role === by.role));
  });

  test('of those who pass a payment nobody has made the order, nor sits in an office that acted before', () => {
    holds(
      ({ act, signers, before }) =>
        act.stage !== 'paymentReview' ||
        before.every(
          (past) =>
            past.stage === 'paymentReview' ||
            signers.every(({ id, officeId }) => id !== past.officialId && officeId !== past.officeId),
        ),
    );
  });

  test('an acceptance is signed by somebody of another office than verified', () => {
    holds(({ act, signers, before }) => {
      const verified = before.filter(({ stage }) => stage === 'townshipVerification').map(({ officeId }) => officeId);
      return act.stage !== 'acceptanceInspection' || signers.some(({ officeId }) => !verified.includes(officeId));
    });
  });

  test('at every stage somebody is let through now and then, or this would say nothing', () => {
    const through = fc.sample(manyAttempts, { numRuns: 200, seed: 1 }).flatMap(accepted);
    expect(new Set(through.map(({ act }) => act.stage))).toEqual(new Set(deciding));
  });
});

describe('An objection to what a hearing amended', () => {
  const heard = (officeId: string, verdict: Act['verdict']): Act => ({
    stage: 'objectionHearing',
    verdict,
    by: { id: `supervisor-of-${officeId}`, role: 'countySupervisor', officeId, areaCode: '339901' },
  });
  const view = (before: Act) => ({
    ...{ stage: 'objectionHearing' as const, awaiting: true, householdId: 'household-1', areaCode: VILLAGE },
    ...{ recused: [], decisions: decisionsOf(before) },
  });

  test('is not heard by the office that amended it, but by another', () => {
    const colleague = {
      ...heard('oversight', 'dismiss'),
      by: { ...heard('oversight', 'dismiss').by, id: 'colleague' },
    };
    expect(mayAct(view(heard('oversight', 'amend')), heard('oversight', 'dismiss'))).toBe('OWN_DECISION');
    expect(mayAct(view(heard('oversight', 'amend')), colleague)).toBe('OWN_OFFICE');
    expect(mayAct(view(heard('oversight', 'amend')), heard('justice', 'dismiss'))).toBeUndefined();
  });

  test('a further objection to the same proposal is heard by whoever heard the first', () => {
    expect(mayAct(view(heard('oversight', 'dismiss')), heard('oversight', 'dismiss'))).toBeUndefined();
  });
});

describe('The third signature on a payment', () => {
  const finance = (person: string, more: Partial<Actor> = {}): Actor => ({
    ...{ id: person, role: 'paymentReviewer', officeId: 'finance', areaCode: '339901', ...more },
  });
  const made: PastDecision = {
    ...{ stage: 'paymentPreparation', officialId: 'maker', officeId: 'relief', overturned: false },
  };
  const view = {
    ...{ stage: 'paymentReview' as const, awaiting: true, householdId: 'household-1', areaCode: VILLAGE },
    ...{ recused: KIN, decisions: [made] },
  };
  const sign = (cosigner: Actor) =>
    mayAct(view, { stage: 'paymentReview', verdict: 'pass', by: finance('first'), cosigner });

  test('is another reviewer’s', () => {
    expect(sign(finance('third'))).toBeUndefined();
    expect(sign(finance('first'))).toBe('THIRD_SIGNATURE_MISSING');
    expect(sign(finance('third', { role: 'paymentMaker' }))).toBe('THIRD_SIGNATURE_MISSING');
  });

  test('is neither a relative’s nor that of whoever made the order, nor of his office', () => {
    expect(sign(finance(KIN[0]!))).toBe('KIN');
    expect(sign(finance('maker'))).toBe('OWN_DECISION');
    expect(sign(finance('third', { officeId: 'relief' }))).toBe('OWN_OFFICE');
  });
});

describe('A household', () => {
  const own: Actor = { id: 'household-1', role: 'household' };
  const view = { awaiting: true, householdId: 'household-1', areaCode: VILLAGE, recused: [], decisions: [] };

  test('acts where it is awaited, in its own case only', () => {
    const handIn = (by: Actor) =>
      mayAct({ ...view, stage: 'correction' }, { stage: 'correction', by, verdict: 'handIn' });
    expect(handIn(own)).toBeUndefined();
    expect(handIn({ ...own, id: 'household-2' })).toBe('NOT_AWAITED');
    expect(handIn({ id: 'helper-1', role: 'helper' })).toBe('NOT_AWAITED');
  });

  test('that a helper filed for has that helper alone; a village collective, every helper of its village', () => {
    const helper = (id: string, areaCode = VILLAGE): Actor => ({ id, role: 'helper', areaCode });
    const handIn = (householdId: string, by: Actor) => {
      const filed = { ...view, householdId, helperId: 'helper-1', stage: 'correction' } as const;
      return mayAct(filed, { stage: 'correction', by, verdict: 'handIn' });
    };
    for (const householdId of ['household-1', '']) expect(handIn(householdId, helper('helper-1'))).toBeUndefined();
    expect(handIn('household-1', helper('helper-2'))).toBe('NOT_AWAITED');
    expect(handIn('', helper('helper-2'))).toBeUndefined();
    expect(handIn('', helper('helper-2', '339901101209'))).toBe('NOT_AWAITED');
    expect(handIn('', { id: 'helper-2', role: 'helper' })).toBe('NOT_AWAITED');
  });

  test('decides nothing that an official decides', () => {
    for (const stage of deciding) {
      const [verdict] = stageRule(stage).verdicts;
      expect(mayAct({ ...view, stage }, { stage, by: own, verdict: verdict! })).toBe('NOT_AWAITED');
    }
  });
});
