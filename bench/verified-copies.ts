/*
 * Many closed cases to verify: copies of one that was paid and sealed, each with its own number, history (encrypted anew),
 * seal, leaves, rows, signatures and ledger entries. Beside a running copy of the system, whose worker numbers the leaves:
 *
 *   node dist/bench/verified-copies.js CASE_NO 10000
 *   npm run zhibao -- verify --year 2019            and once more with --full
 *
 * For a system of its own, never a real one: the copies stay.
 */
import { SingleBar } from 'cli-progress';
import { onVerifyGround } from '../cli/verify/open-ground.js';
import { caseNumber } from '../domain/rules/case-number.js';
import { signerFrom } from '../proof/signing-key.js';
import { copyPage, feedLedger } from './verified/copy-page.js';
import { modelOf } from './verified/model.js';

/** A year of their own: nothing else has these numbers, and no bank has statements of it. */
const YEAR = 2019;
const PAGE = 50;
const [model, howMany = '10000'] = process.argv.slice(2);
if (model === undefined) throw new Error('Name a case that was paid and sealed.');

await onVerifyGround(async (ground) => {
  const { db, keyring } = ground;
  const one = await modelOf(ground, model);
  const before = await db.case.count({ where: { caseNo: { startsWith: `${one.row.countyCode}-${YEAR}-` } } });
  const numbers = Array.from({ length: Number(howMany) }, (_, at) =>
    caseNumber(one.row.countyCode, YEAR, before + at + 1),
  );
  const signer = signerFrom(keyring.signingSeed('acts'));
  const bar = new SingleBar({ format: 'copying {bar} {value}/{total} {duration_formatted}' });
  bar.start(numbers.length, 0);
  await feedLedger(db, one, numbers.length);
  for (let from = 0; from < numbers.length; from += PAGE) {
    await copyPage({ ...ground, signer }, one, numbers.slice(from, from + PAGE), YEAR);
    bar.update(from + PAGE);
  }
  bar.stop();
});
