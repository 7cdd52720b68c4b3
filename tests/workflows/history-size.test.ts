import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import proto from '@temporalio/proto';
import { EXAMPLE_POLICY } from '../../domain/schemas/county-policy.js';
import { DEPLOYMENT, IDENTITY } from '../../platform/engine-names.js';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';

const { History } = proto.temporal.api.history.v1;
/** A notice of a second, on the server that production has: the other one writes shorter events. */
const terms = { ...EXAMPLE_POLICY.terms, publicNotice: { calendarDays: 1, workingDays: 1 } };

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.openOnDevServer();
});
afterAll(async () => {
  await hall?.close();
});

describe('The history of an uneventful case', () => {
  test('is written by workers that name the version of the product, in short', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(DEPLOYMENT.version).toEqual({ deploymentName: 'zhibao', buildId: version });
    expect(IDENTITY.length).toBeLessThanOrEqual(16);
  });

  test.each([
    ['without acceptance', false],
    ['with acceptance', true],
  ])('%s has at most 150 events and 25 kB', async (what, paidAfterAcceptance) => {
    const filed = await hall.file(application({ paidAfterAcceptance, terms }), (world) => {
      world.dayLength = { daySeconds: 1 };
    });
    await filed.comeTo('closed');
    await filed.outcome();
    const history = await filed.handle.fetchHistory();
    const size = { events: history.events!.length, bytes: History.encode(history).finish().length };
    console.info(`An uneventful case ${what}: ${size.events} events, ${size.bytes} bytes.`);
    expect(size.events).toBeLessThanOrEqual(150);
    expect(size.bytes).toBeLessThanOrEqual(25_000);
  });
});
