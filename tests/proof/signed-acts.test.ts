import { describe, expect, test } from '@jest/globals';
import type { Act } from '../../domain/schemas/act.js';
import { isActSigned, signedAct } from '../../proof/signed-act.js';
import { signerFrom } from '../../proof/signing-key.js';

describe('The signature of an act', () => {
  const signer = signerFrom(Buffer.alloc(32, 1));
  const by = { id: 'official-1', role: 'countyChecker', officeId: 'office-1' } as const;
  const act: Act = { stage: 'initialCheck', verdict: 'pass', by, papers: ['5c'.repeat(32)] };
  const signed = signedAct(signer, { caseNo: '330127-2026-000001-6', strand: 'case', actId: 'act-1', act });
  const keys = [signerFrom(Buffer.alloc(32, 2)).publicKey, signer.publicKey];

  test('is of this act, in this case, and of nothing else', () => {
    expect(isActSigned(keys, signed)).toBe(true);
    expect(isActSigned(keys.slice(0, 1), signed)).toBe(false);
    const { papers: _, ...bare } = act;
    for (const other of [
      { ...signed, caseNo: '330127-2026-000002-4' },
      { ...signed, strand: 'return' as const },
      { ...signed, actId: 'act-2' },
      { ...signed, act: { ...act, verdict: 'refuse' as const } },
      { ...signed, act: { ...act, by: { ...by, officeId: 'office-2' } } },
      { ...signed, act: { ...act, papers: ['7e'.repeat(32)] } },
      { ...signed, act: bare },
    ]) {
      expect(isActSigned(keys, other)).toBe(false);
    }
  });
});
