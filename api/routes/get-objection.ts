import { maskFreeText } from '../../domain/rules/masking.js';
import { OBJECTION_RESULTS } from '../../domain/texts/objection-results.js';
import { openWords } from '../acting/words.js';
import { receiptNoFrom } from '../acting/receipt-number.js';
import type { Handler } from '../handler.js';
import { found } from '../problem.js';
import { coded } from '../queries/coded.js';

/** The reasoned result, for whoever has the receipt: he may be anybody, so long numbers in it are masked. */
export const getObjection: Handler<'getObjection'> = async ({ params, ip }, { db, keyring, limits }) => {
  await limits.take('receiptAddress', ip);
  const receiptNo = receiptNoFrom(params.receiptNo);
  const include = { case: { select: { household: { select: { wrappedKey: true } } } } } as const;
  const row = found(await db.objection.findUnique({ where: { receiptNo }, include }));
  const { publicationNo, receivedAt, settledAt, result, resultWordsId } = row;
  const words = await openWords(db, keyring.unwrap(row.case.household.wrappedKey), [resultWordsId]);
  const text = words.get(resultWordsId ?? '');
  return {
    status: 200,
    body: {
      ...{ receiptNo, noticeNo: publicationNo, receivedAt: receivedAt.toISOString() },
      state: settledAt ? 'settled' : 'received',
      settledAt: settledAt?.toISOString() ?? null,
      result: result === null ? null : coded(OBJECTION_RESULTS, result),
      words: text === undefined ? null : maskFreeText(text),
    },
  };
};
