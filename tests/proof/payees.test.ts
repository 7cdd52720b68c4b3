import { expect, test } from '@jest/globals';
import { checkEntitled } from '../../proof/checks/payees.js';
import type { CaseRow } from '../../proof/evidence.js';

const chosen = { source: 'logged/1', payeeId: 'insurer-1', agreement: null, by: 'official-1', at: 1 };
const run = (input: object = { run: { chosen } }) => ({ caseNo: 'B', row: { input } as CaseRow });

test('Whom a run began to pay is who was chosen for its entitlement', () => {
  expect(checkEntitled({ ...run(), entitledPayees: [chosen] })).toEqual([]);
  expect(checkEntitled({ ...run({ run: {} }), entitledPayees: [] })).toEqual([]);
  expect(checkEntitled(run())).toEqual([]);
});

test.each([
  ['somebody else stands there', [{ ...chosen, payeeId: 'insurer-2' }], 'insurer-2'],
  ['somebody else has chosen', [{ ...chosen, by: 'official-2' }], 'official-2'],
  ['the choice is gone', [], '—'],
])('It is a finding where %s', (_, entitledPayees, found) => {
  expect(checkEntitled({ ...run(), entitledPayees })).toMatchObject([
    { kind: 'choiceDiffers', subject: 'B', at: 'logged/1', found: expect.stringContaining(found) },
  ]);
});
