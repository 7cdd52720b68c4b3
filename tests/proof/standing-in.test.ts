import { expect, test } from '@jest/globals';
import type { Actor } from '../../domain/schemas/act.js';
import type { LeafOf, RegisterLeaf } from '../../domain/schemas/leaf.js';
import { canonical } from '../../proof/canonical.js';
import { checkActs } from '../../proof/checks/acts.js';
import type { Ground } from '../../proof/evidence.js';
import type { RunTold } from '../../proof/read-run.js';
import { SealedRegister } from '../../proof/sealed-register.js';
import { registerSigner } from '../../proof/signed-register.js';
import { signerFrom } from '../../proof/signing-key.js';

const CHECKER: Actor = { id: 'absent', role: 'countyChecker', officeId: 'relief', areaCode: '339901' };
const COLLEAGUE: Actor = { ...CHECKER, id: 'colleague', role: 'countyApprover' };
const ELSEWHERE: Actor = { ...COLLEAGUE, id: 'stranger', officeId: 'finance' };
const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 5, 1, 4);
const signer = signerFrom(Buffer.alloc(32, 1));

const official = ({ id, role, officeId }: Actor, at: number, more: Partial<LeafOf<'official'>> = {}): RegisterLeaf => ({
  ...{ kind: 'official', id, name: id, officeId: officeId!, areaCode: '339901', roles: [role], active: true },
  ...{ at: new Date(at).toISOString(), ...more },
});
const named = (substituteId: string, more: Partial<LeafOf<'substitution'>> = {}): RegisterLeaf => ({
  ...{ kind: 'substitution', id: substituteId, absentId: 'absent', substituteId, wordsSha256: '0'.repeat(64) },
  ...{ fromDay: '2026-06-01', untilDay: '2026-06-01', namedById: 'absent', endedById: null, endedAt: null },
  ...{ namedAt: new Date(NOON - HOUR).toISOString(), ...more },
});
const everybody = [CHECKER, COLLEAGUE, ELSEWHERE].map((one) => official(one, NOON - 24 * HOUR));

/** What verification says about who acted, besides that nobody signed this. */
function saidOf(by: Actor, at = NOON, register = [...everybody, named('colleague'), named('stranger')]): string[] {
  const act = { stage: 'initialCheck', verdict: 'pass', by } as const;
  const acts = [{ actId: '1', act, eventId: '5', at }];
  const entries = register.map((leaf) => ({ leaf: canonical(registerSigner(signer)(leaf)) }));
  const sealed = new SealedRegister(entries, [signer.publicKey]);
  const ground: Ground = { ...{ actKeys: [], signedSince: 0, restores: 0 }, register: sealed };
  const runs = [{ acts, steps: [] } as unknown as RunTold];
  const findings = checkActs({ caseNo: 'a case', signatures: [] }, 'case', runs, ground);
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

test('verification holds an act against the register as it was then: not before somebody was appointed, nor after', () => {
  const register = [
    ...[official(CHECKER, NOON - HOUR), official(CHECKER, NOON + HOUR, { roles: ['countyApprover'] })],
    official(CHECKER, NOON + 2 * HOUR, { active: false }),
  ];
  const at = (moment: number, role: Actor['role'] = 'countyChecker') => saidOf({ ...CHECKER, role }, moment, register);
  expect(at(NOON)).toEqual([]);
  expect(at(NOON - 2 * HOUR)).toEqual(['actorUnknown']);
  expect(at(NOON + HOUR + 600_000)).toEqual(['actorUnknown']);
  expect(at(NOON + HOUR + 600_000, 'countyApprover')).toEqual([]);
  expect(at(NOON + 3 * HOUR, 'countyApprover')).toEqual(['actorUnknown']);
  // Of the same moment either counts.
  for (const near of [-60_000, 60_000]) {
    expect(at(NOON - HOUR + near)).toEqual([]);
    expect(at(NOON + HOUR + near)).toEqual([]);
    expect(at(NOON + HOUR + near, 'countyApprover')).toEqual([]);
  }
});

test('verification takes a stand-in on the days for which he was named, until that is ended', () => {
  const by = { ...CHECKER, id: 'colleague', inAbsenceOf: 'absent' };
  const said = (more: Partial<LeafOf<'substitution'>>, at = NOON) =>
    saidOf(by, at, [...everybody, named('colleague', more)]);
  expect(said({})).toEqual([]);
  expect(saidOf(by, NOON, everybody)).toEqual(['standInUnknown']);
  expect(said({ absentId: 'another' })).toEqual(['standInUnknown']);
  expect(said({}, NOON + 24 * HOUR)).toEqual(['standInUnknown']);
  expect(said({ fromDay: '2026-06-02', untilDay: '2026-06-02' })).toEqual(['standInUnknown']);
  // In Shanghai a day begins eight hours earlier.
  expect(said({ fromDay: '2026-06-02', untilDay: '2026-06-02' }, Date.UTC(2026, 5, 1, 17))).toEqual([]);
  expect(said({ namedAt: new Date(NOON + HOUR).toISOString() })).toEqual(['standInUnknown']);
  const endedAt = (moment: number) => ({ endedById: 'absent', endedAt: new Date(moment).toISOString() });
  expect(said(endedAt(NOON - HOUR / 2))).toEqual(['standInUnknown']);
  expect(said(endedAt(NOON + HOUR))).toEqual([]);
});
