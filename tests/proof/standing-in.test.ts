import { expect, test } from '@jest/globals';
import type { Actor } from '../../domain/schemas/act.js';
import { checkActs } from '../../proof/checks/acts.js';
import { type Ground, postOf } from '../../proof/evidence.js';
import type { RunTold } from '../../proof/read-run.js';

const CHECKER: Actor = { id: 'absent', role: 'countyChecker', officeId: 'relief', areaCode: '339901' };
const COLLEAGUE: Actor = { ...CHECKER, id: 'colleague', role: 'countyApprover' };
const ELSEWHERE: Actor = { ...COLLEAGUE, id: 'stranger', officeId: 'finance' };
const ground: Ground = {
  ...{ actKeys: [], signedSince: 0, restores: 0 },
  posts: new Set([CHECKER, COLLEAGUE, ELSEWHERE].map(postOf)),
};

/** What verification says about who acted, besides that nobody signed this. */
function saidOf(by: Actor): string[] {
  const act = { stage: 'initialCheck', verdict: 'pass', by } as const;
  const acts = [{ actId: '1', act, eventId: '5', at: 1 }];
  const findings = checkActs({ caseNo: 'a case', signatures: [] }, 'case', [{ acts } as unknown as RunTold], ground);
  return findings.map(({ kind }) => kind).filter((kind) => kind !== 'actUnsigned');
}

test('verification takes an act in the place of an absent colleague of the office, and of nobody else', () => {
  expect(saidOf(CHECKER)).toEqual([]);
  expect(saidOf({ ...CHECKER, id: 'colleague' })).toEqual(['actorUnknown']);
  expect(saidOf({ ...CHECKER, id: 'colleague', inAbsenceOf: 'absent' })).toEqual([]);
  // Who was not of that office, and in whose place nobody holds that post.
  expect(saidOf({ ...CHECKER, id: 'stranger', inAbsenceOf: 'absent' })).toEqual(['actorUnknown']);
  expect(saidOf({ ...CHECKER, id: 'nobody', inAbsenceOf: 'absent' })).toEqual(['actorUnknown']);
  expect(saidOf({ ...CHECKER, id: 'colleague', inAbsenceOf: 'stranger' })).toEqual(['actorUnknown']);
});
