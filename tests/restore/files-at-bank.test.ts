import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Bank, FileState } from '../../bank/bank.js';
import { filesAtBank, relianceOn } from '../../cli/restore/bank/candidates.js';
import type { Ground } from '../../cli/restore/ground.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';

const COUNTY = '339901';
const TODAY = `${COUNTY}-B${shanghaiDate(Date.now()).replaceAll('-', '')}`;

describe('After a restore the bank is asked what it has', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  beforeAll(async () => {
    county = await openCounty(noBank);
  });
  afterAll(async () => await county?.close());

  const ground = (words: Readonly<Record<string, FileState>>, other: FileState, more: Partial<Bank> = {}): Ground => {
    const ask = (name: string) => Promise.resolve(words[name.replace('.json', '')] ?? other);
    return { ...county, bank: { ...noBank, ask, ...more } } as unknown as Ground;
  };
  const found = async (on: Ground, inEngine: string[] = []) => {
    const batches: string[] = [];
    for await (const { batchNo } of filesAtBank(on, inEngine, await relianceOn(on))) batches.push(batchNo);
    return batches;
  };

  test('of batches that are lost to records and engine, by the numbers they would have had', async () => {
    const has = { [`${TODAY}-1`]: 'taken', [`${TODAY}-4`]: 'taken' } as const;
    expect(await found(ground(has, 'nothingOfIt'))).toEqual([`${TODAY}-1`, `${TODAY}-4`]);
    expect(await found(ground({}, 'unknown'))).toEqual([]);
  });

  test('of those that the engine knows: one of which it gives no word may have left', async () => {
    expect(await found(ground({}, 'nothingOfIt'), [`${TODAY}-7`])).toEqual([]);
    expect(await found(ground({ [`${TODAY}-7`]: 'unknown' }, 'nothingOfIt'), [`${TODAY}-7`])).toEqual([`${TODAY}-7`]);
  });

  test('and a bank that no longer knows what it was given, or does not answer, is not relied on', async () => {
    const no = `${COUNTY}-B20260101-1`;
    const file = {
      kind: 'orders',
      name: `${no}.json`,
      sha256: 'a',
      bytes: 0,
      contentSealed: Buffer.of(),
      lines: 1,
      sumFen: 1n,
    };
    await county.db.paymentBatch.create({
      data: { no, countyCode: COUNTY, state: 'settled', takenAt: new Date(), files: { create: file } as never },
    });
    const folder = { real: true };
    const away = { listReports: () => Promise.reject(new Error('away')) };
    const relied = (words: Readonly<Record<string, FileState>>, more: Partial<Bank>) =>
      relianceOn(ground(words, 'unknown', more));
    expect(await relied({ [no]: 'taken' }, folder)).toEqual({ canBeAsked: true, unknownIsNever: true });
    expect(await relied({ [no]: 'taken' }, {})).toEqual({ canBeAsked: true, unknownIsNever: false });
    expect(await relied({}, folder)).toEqual({ canBeAsked: false, unknownIsNever: false });
    expect(await relied({ [no]: 'taken' }, away)).toEqual({ canBeAsked: false, unknownIsNever: false });
    expect(await found(ground({ [no]: 'taken' }, 'unknown', folder), [`${TODAY}-7`])).toEqual([]);
  });
});
