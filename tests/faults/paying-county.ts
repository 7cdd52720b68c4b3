import { rm } from 'node:fs/promises';
import { bookingsAt, invariantsOf } from '../../cli/faults/invariants.js';
import { CountyCodec } from '../../platform/codec.js';
import { RunningCases } from '../../platform/running-cases.js';
import { actAt } from '../activities/support/acting.js';
import { awaitingPayment } from '../activities/support/awaiting-payment.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { forget, tell } from '../bank/orders.js';
import { eventually } from '../support/eventually.js';
import { whileHeld } from '../support/held.js';
import { createDevServer } from '../support/servers.js';
import { openLine } from './bank-line.js';
import type { Where } from './worker-process.js';

/** What waits for a worker that was killed: its time-outs, on a busy machine. */
export const AFTER_A_DEATH_MS = 60_000;

/** A county whose bank, database and engine are real; the test starts its workers. */
export async function openPayingCounty() {
  const home = await newBankHome();
  const bank = await startBank(home);
  const line = await openLine(bank.url);
  const county = await openCounty(noBank);
  const env = await createDevServer(new CountyCodec(county.keyring));
  const { db } = county;
  const cases = new RunningCases(env.client);
  const where: Where = { databaseUrl: county.database.url, temporalAddress: env.address, bankUrl: line.url };
  const close = async () => {
    await env.teardown();
    await county.close();
    await line.close();
    await bank.kill();
    await rm(home, { recursive: true });
  };
  return {
    ...{ db, env, cases, where, line, close, bankUrl: bank.url },
    /** Tells the bank what to do wrong. */
    tellBank: (...faults: object[]) => tell(bank.url, ...faults),
    forgetFaults: () => forget(bank.url),
    /** Cases that wait for their payment order; a worker must run. */
    casesAtPayment: async (howMany: number) =>
      await Promise.all((await ordinaryHouseholds(db, howMany)).map((id) => awaitingPayment({ db, cases }, id))),
    /** Makes and reviews the next order of each case; they leave in one batch. */
    sendTogether: (caseNos: readonly string[]) => sendTogether({ db, cases }, where.databaseUrl, caseNos),
    haveEnded: (caseNos: readonly string[]) =>
      eventually(
        () => db.case.findMany({ where: { caseNo: { in: [...caseNos] } }, select: { stage: true, running: true } }),
        (rows) => rows.every(({ running }) => !running),
        AFTER_A_DEATH_MS,
      ),
    /** What of the money is not as it must be. */
    findings: async () =>
      (await invariantsOf(db, await bookingsAt(bank.url))).flatMap(({ en, findings }) =>
        findings.map((finding) => `${en}: ${finding}`),
      ),
    /** How often each of these calls reached the bank. */
    calls: (call: RegExp) => line.calls.filter((made) => call.test(made)).length,
  };
}

export type PayingCounty = Awaited<ReturnType<typeof openPayingCounty>>;

type Acting = Parameters<typeof actAt>[0];

async function sendTogether(at: Acting, databaseUrl: string, caseNos: readonly string[]): Promise<string> {
  await Promise.all(caseNos.map((caseNo) => actAt(at, caseNo, 'paymentPreparation', 'prepare')));
  await whileHeld(databaseUrl, `SELECT 1 FROM "County" WHERE "code" = '339901' FOR NO KEY UPDATE`, async () => {
    await Promise.all(caseNos.map((caseNo) => actAt(at, caseNo, 'paymentReview', 'pass')));
    await eventually(
      () => at.db.payment.count({ where: { caseNo: { in: [...caseNos] }, state: 'checked' } }),
      (count) => count === caseNos.length,
    );
  });
  const orders = await eventually(
    () => at.db.payment.findMany({ where: { caseNo: { in: [...caseNos] } }, orderBy: { attempt: 'desc' } }),
    ([latest]) => latest?.batchNo !== null,
  );
  return orders[0]!.batchNo!;
}
