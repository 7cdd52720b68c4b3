import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import proto from '@temporalio/proto';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';
import { COUNTY } from './support/people.js';
import type { RunningCase } from './support/running-case.js';

const { History } = proto.temporal.api.history.v1;

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

/** The history as it is stored, byte for byte. */
const stored = async ({ handle }: RunningCase) => Buffer.from(History.encode(await handle.fetchHistory()).finish());

/** Everything that the steps of a case say: codes, IDs, digests, amounts. */
function sayings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return value > 9999 ? [String(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sayings) : [];
}

describe('The history of a case, as it is stored,', () => {
  test('says nothing of what was decided, why, by whom, for whom or how much', async () => {
    const filed = await hall.file(application({ promisedPapers: ['landLease'] }), (world) => {
      world.findings = ['ACCOUNT_SHARED'];
      world.bank = [{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }];
    });
    await filed.comeTo('initialCheck');
    await filed.act('initialCheck', 'return');
    await filed.act('correction', 'handIn', { quantity: 700 });
    await filed.comeTo('promisedPapers');
    await filed.handle.signal('papersReceived', ['landLease']);
    await filed.untilStage('projectApproval');
    await filed.comeTo('publicNotice');
    await filed.object('objection-of-a-neighbour');
    await filed.untilStage('objectionHearing');
    await filed.act('objectionHearing', 'dismiss');
    await filed.comeTo('accountCorrection');
    await filed.act('accountCorrection', 'confirmAccount');
    await filed.comeTo('closed');
    await filed.outcome();

    const said = new Set(sayings(filed.world.steps));
    expect([...said]).toEqual(expect.arrayContaining(['EVIDENCE_LACKING', 'ACCOUNT_SHARED', 'landLease', '210000']));
    const history = await stored(filed);
    const legible = [...said].filter((saying) => history.includes(saying) || history.includes(btoa(saying)));
    // Whose key opens it, and the names of the signals.
    expect(legible.toSorted()).toEqual([COUNTY, 'papersReceived', 'paymentSettled']);
    expect(history.includes(filed.caseNo)).toBe(false);
  });

  test('says nothing of what went wrong either', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    expect(await filed.answerTo(filed.complete('townshipVerification', 'pass'))).toBe('STAGE_MOVED');
    filed.world.away = true;
    const acted = filed.act('initialCheck', 'refuse');
    await filed.until(() => filed.world.noted.some(({ kind }) => kind === 'acted'));
    await hall.env.sleep('1 minute');
    filed.world.away = false;
    await acted;
    await filed.outcome();
    const history = await stored(filed);
    for (const saying of ['STAGE_MOVED', 'the database is away', 'refused', 'initialCheck']) {
      expect(history.includes(saying)).toBe(false);
    }
  });
});
