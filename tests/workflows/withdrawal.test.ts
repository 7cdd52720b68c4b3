import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stage, STAGES, stageRule } from '../../domain/rules/stages.js';
import { actOf } from './support/acts.js';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';
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

async function at(stage: Stage): Promise<RunningCase> {
  const filed = await hall.file(
    application({ helperId: helper.id, promisedPapers: stage === 'promisedPapers' ? ['landLease'] : [] }),
  );
  if (stage === 'correction') {
    await filed.comeTo('initialCheck');
    await filed.act('initialCheck', 'return');
  } else await filed.comeTo(stage);
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

  test('may withdraw until project approval and not after', async () => {
    expect(withdrawable).toEqual([
      'initialCheck',
      'correction',
      'townshipVerification',
      'promisedPapers',
      'projectApproval',
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
