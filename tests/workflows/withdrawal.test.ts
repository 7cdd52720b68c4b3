import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stage, STAGES, stageRule } from '../../domain/rules/stages.js';
import type { Application } from '../../domain/schemas/application.js';
import { actOf } from './support/acts.js';
import { Hall } from './support/hall.js';
import { application, relocation, renovation } from './support/inputs.js';
import { helper } from './support/people.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

const stages = Object.keys(STAGES) as Stage[];
const withdrawable = stages.filter((stage) => stageRule(stage).withdrawable);

/** Stages that only another order of stages has than that of a project. */
const ELSEWHERE: { readonly [S in Stage]?: () => Application } = {
  reliefDecision: () => application({ workflow: 'relief' }),
  entitlementApproval: () => application({ workflow: 'entitlement' }),
  houseAppraisal: renovation,
  housingApproval: renovation,
  worksStart: renovation,
  otherHousing: renovation,
  agreementOffer: relocation,
  agreementSigning: relocation,
  movingIn: relocation,
};

/** Stages that an uneventful case does not come to, and what brings one there. */
const TURNS: { readonly [S in Stage]?: (filed: RunningCase) => Promise<void> } = {
  correction: async (filed) => {
    await filed.comeTo('initialCheck');
    await filed.act('initialCheck', 'return');
  },
  otherHousing: async (filed) => {
    await filed.comeTo('housingApproval');
    await filed.act('housingApproval', 'houseOtherwise', { reasonCode: 'LONG_LEASE' });
  },
};

async function at(stage: Stage): Promise<RunningCase> {
  const asked = ELSEWHERE[stage]?.() ?? application();
  const promisedPapers = stage === 'promisedPapers' ? ['landLease'] : [];
  const filed = await hall.file({ ...asked, helperId: helper.id, promisedPapers });
  await TURNS[stage]?.(filed);
  if (stage !== 'correction') await filed.comeTo(stage);
  return filed;
}

describe('A household', () => {
  test.each(withdrawable)('withdraws at %s, and the case ends there', async (stage) => {
    const filed = await at(stage);
    await filed.act(stage, 'withdraw');
    expect(await filed.outcome()).toEqual({ kind: 'withdrawn', stage });
  });

  test('withdraws through the helper who filed for it', async () => {
    const filed = await at('townshipVerification');
    const withdrawal = actOf('townshipVerification', 'withdraw');
    expect(await filed.answerTo({ ...withdrawal, by: { ...helper, id: 'another' } })).toBe('NOT_AWAITED');
    await filed.send({ ...withdrawal, by: helper });
    expect(await filed.outcome()).toMatchObject({ kind: 'withdrawn' });
  });

  test('may withdraw until it is approved; from a move or works of its own until they are begun; and not after', async () => {
    expect(withdrawable).toEqual([
      ...['initialCheck', 'correction', 'townshipVerification', 'promisedPapers', 'projectApproval'],
      ...['reliefDecision', 'entitlementApproval', 'houseAppraisal', 'housingApproval', 'worksStart', 'otherHousing'],
      ...['agreementOffer', 'agreementSigning', 'movingIn'],
    ]);
    const filed = await at('noticePosting');
    expect(await filed.answerTo(actOf('noticePosting', 'withdraw'))).toBe('TOO_LATE_TO_WITHDRAW');
  });

  test('does not withdraw what another household applied for', async () => {
    const filed = await at('initialCheck');
    const stranger = { id: 'household-2', role: 'household' } as const;
    expect(await filed.answerTo({ ...actOf('initialCheck', 'withdraw'), by: stranger })).toBe('NOT_AWAITED');
  });
});
