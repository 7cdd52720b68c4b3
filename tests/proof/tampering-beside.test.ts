import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Tampered } from './support/tampered.js';

describe('Whoever has full rights over the database', () => {
  let tampered: Tampered;
  let paid: string;
  beforeAll(async () => {
    tampered = await Tampered.open();
    ({ paid } = tampered);
  }, 240_000);
  afterAll(async () => await tampered?.close());
  const after = (...asked: Parameters<Tampered['after']>) => tampered.after(...asked);

  test.each([
    ['areaCode', '339901101001'],
    ['programmeCode', 'wormwood'],
    ['helperId', 'somebody'],
    ['closedAt', new Date(0)],
  ])('changes the %s by which a case is found and counted', async (at, changed) => {
    const found = await after((tx) => tx.case.update({ where: { caseNo: paid }, data: { [at]: changed } }));
    expect(found).toEqual([expect.objectContaining({ kind: 'caseDiffers', subject: paid, at })]);
  });

  test('writes a score for a review that has not come to its end', async () => {
    const review = { finding: 'usedAsIntended', score: 100 };
    const found = await after((tx) => tx.review.update({ where: { caseNo: paid }, data: review }));
    expect(found).toMatchObject([
      { kind: 'caseDiffers', subject: paid, at: 'finding', proved: '—', found: 'usedAsIntended' },
      { kind: 'caseDiffers', subject: paid, at: 'score', proved: '—', found: '100' },
    ]);
  });

  test.each(['preparedById', 'reviewedById', 'thirdById'])(
    'puts somebody else’s name at a payment (%s)',
    async (at) => {
      const where = { reference: `${paid}-P1` };
      const found = await after((tx) => tx.payment.update({ where, data: { [at]: 'yl-checker-1' } }));
      expect(found).toMatchObject([{ kind: 'paymentDiffers', subject: `${paid}-P1`, at, found: 'yl-checker-1' }]);
    },
  );
});
