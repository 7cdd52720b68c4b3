import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  accountFor,
  type AccountFacts,
  fitsCase,
  needsConsent,
  payeeBlocks,
  payeeKindsOf,
  payingOf,
  receiverOf,
} from '../../domain/rules/payee.js';

const account = (holderId: string, current = false, since = 0) => ({ holderId, current, since });

describe('A subsidy', () => {
  test('of a household is for its head, whoever is named', () => {
    expect(receiverOf('head', 'head', 'daughter')).toBe('head');
  });

  test('of a person is for that person, and for the head where nobody is named', () => {
    expect(receiverOf('person', 'head', 'daughter')).toBe('daughter');
    expect(receiverOf('person', 'head')).toBe('head');
  });

  test('of a household goes to the account that the household named', () => {
    const named = account('spouse', true);
    expect(accountFor('head', 'head', [account('head'), named])).toBe(named);
  });

  test('of a person goes to the newest account of that person, though the household named another', () => {
    const newest = account('daughter', false, 2);
    const accounts = [account('head', true, 9), account('daughter', false, 1), newest];
    expect(accountFor('person', 'daughter', accounts)).toBe(newest);
  });

  test('of a person who has no account goes to the one that the household named', () => {
    const named = account('head', true);
    expect(accountFor('person', 'daughter', [account('son'), named])).toBe(named);
  });

  test('has no account to go to where the household has none', () => {
    expect(accountFor('head', 'head', [])).toBeUndefined();
  });
});

describe('Payment', () => {
  const plain: AccountFacts = {
    ...{ holder: { id: 'head', isPresent: true }, receiverId: 'head' },
    ...{ ofHelper: false, ofOfficial: false, ofOtherHousehold: false },
  };

  test('to the own account of whoever the subsidy is for is not blocked', () => {
    expect(payeeBlocks(plain)).toEqual([]);
  });

  test.each([
    ['a helper', { ofHelper: true }, 'ACCOUNT_OF_HELPER'],
    ['an official', { ofOfficial: true }, 'ACCOUNT_OF_OFFICIAL'],
    ['an unrelated household', { ofOtherHousehold: true }, 'ACCOUNT_OF_OTHER_HOUSEHOLD'],
    ['another member', { holder: { id: 'spouse', isPresent: true } }, 'NOT_THE_HEADS_ACCOUNT'],
    ['a head who has died', { holder: { id: 'head', isPresent: false } }, 'NOT_THE_HEADS_ACCOUNT'],
  ])('to the account of %s is blocked until decided', (_whose, found, block) => {
    expect(payeeBlocks({ ...plain, ...found })).toEqual([block]);
  });

  test('is blocked for everything that stands in its way, not for the first thing only', () => {
    const facts = fc.record({
      holder: fc.record({ id: fc.constantFrom('head', 'spouse'), isPresent: fc.boolean() }),
      receiverId: fc.constant('head'),
      ...{ ofHelper: fc.boolean(), ofOfficial: fc.boolean(), ofOtherHousehold: fc.boolean() },
    });
    fc.assert(
      fc.property(facts, (given) => {
        const others = [given.ofHelper, given.ofOfficial, given.ofOtherHousehold].filter(Boolean).length;
        const isReceivers = given.holder.id === 'head' && given.holder.isPresent;
        expect(payeeBlocks(given)).toHaveLength(others + (isReceivers ? 0 : 1));
      }),
    );
  });
});

describe('Somebody of the register of payees', () => {
  const insurer = { kind: 'insurer', areaCode: '330127', programmes: ['pension-premium'] } as const;
  const premium = { code: 'pension-premium', payTo: 'insurer' } as const;
  const works = { code: 'renovation', orPayTo: 'contractor' } as const;

  test('is paid by the programmes that pay its kind and that it is entered for, where it is', () => {
    expect(fitsCase(insurer, premium, '330127100200')).toBe(true);
    expect(fitsCase(insurer, { ...premium, code: 'medical-premium' }, '330127100200')).toBe(false);
    expect(fitsCase(insurer, { ...premium, payTo: 'school' }, '330127100200')).toBe(false);
    expect(fitsCase(insurer, premium, '339901100200')).toBe(false);
  });

  test('that is the collective of a village is paid for that village alone', () => {
    const collective = { kind: 'collective', areaCode: '330127100200', programmes: [] } as const;
    const interest = { code: 'collective-interest', payTo: 'collective' } as const;
    expect(fitsCase(collective, interest, '330127100200')).toBe(true);
    expect(fitsCase(collective, interest, '330127100201')).toBe(false);
  });

  test('that builds is paid no rent: of a long lease it is the lessor, where the household agrees', () => {
    expect(payingOf(works, null)).toBe(works);
    expect(payeeKindsOf(payingOf(works, 12))).toEqual(['lessor']);
    expect(needsConsent(payingOf(works, 12), 'lessor')).toBe(true);
  });

  test('needs the consent of the household where it is a contractor or lessor, or paid in the household’s place', () => {
    expect(needsConsent(works, 'contractor')).toBe(true);
    expect(needsConsent({ payTo: 'lessor' }, 'lessor')).toBe(true);
    expect(needsConsent({ payTo: 'person', orPayTo: 'school' }, 'school')).toBe(true);
    expect(needsConsent(premium, 'insurer')).toBe(false);
    expect(payeeKindsOf(works)).toEqual(['contractor']);
    expect(payeeKindsOf({})).toEqual([]);
  });
});
