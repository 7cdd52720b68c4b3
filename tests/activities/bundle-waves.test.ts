import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCases } from '../../activities/bundles/open-cases.js';
import { recordBundleAct } from '../../activities/bundles/record-bundle-act.js';
import { startWave } from '../../activities/bundles/start-wave.js';
import { bundleActOf } from '../../api/acting/bundle-decision.js';
import type { Application } from '../../domain/schemas/application.js';
import { officialWho } from '../proof/support/desk-acts.js';
import { openCounty } from './support/county-at-work.js';
import { inActivity } from './support/in-activity.js';
import { noBank } from './support/quiet-bank.js';
import { bundleOfMany } from './support/thousand.js';

describe('The waves of a bundle', () => {
  const started: Application[] = [];
  /** What happens behind a start: the worker may die there. */
  let then: () => Promise<void> = () => Promise.resolve();
  const start = async (input: unknown) => {
    started.push(input as Application);
    await then();
  };
  let county: Awaited<ReturnType<typeof openCounty>>;
  let no: string;
  beforeAll(async () => {
    county = await openCounty(noBank, { start });
    ({ no } = await bundleOfMany(county, 60));
  });
  afterAll(async () => await county?.close());

  const open = () => inActivity().run(openCases, county.world, no);
  /** 扶贫办初核: one household is struck out. */
  const decided = async () => {
    const bundle = await county.db.bundle.findUniqueOrThrow({ where: { no } });
    const who = await officialWho(county, 'yl-checker-1');
    return await bundleActOf(county, who, bundle, 'act-1', {
      ...{ stage: 'initialCheck', verdict: 'pass' },
      struckOut: [{ position: 60, reasonCode: 'NOT_ELIGIBLE', words: '不属于扶持对象' }],
    });
  };
  const wave = () => inActivity().run(startWave, county.world, no, 25);

  test('begin when a case is open for every household, once, however often that is asked for', async () => {
    await open();
    await open();
    expect(await county.db.case.count({ where: { bundleNo: no } })).toBe(60);
    expect(await county.db.bundle.findUnique({ where: { no } })).toMatchObject({ state: 'initialCheck' });
  });

  test('and the act that lets them begin is written once, with whom it strikes out', async () => {
    const act = await decided();
    await recordBundleAct(county.world, no, act);
    await recordBundleAct(county.world, no, act);
    expect(await county.db.bundleAct.count({ where: { bundleNo: no } })).toBe(1);
    expect(await county.db.bundleRow.count({ where: { bundleNo: no, state: 'struckOut' } })).toBe(1);
  });

  test('and sent once more, as nobody heard whether it was written, it is the same act', async () => {
    expect(await decided()).toEqual((await county.db.bundleAct.findFirstOrThrow({ where: { bundleNo: no } })).body);
  });

  test('go on behind one whose worker was killed, and start nothing that has begun', async () => {
    expect(await wave()).toBe(35);
    // Killed behind the third start of the wave: the engine has it, its row does not say so.
    let left = 3;
    then = () => (--left > 0 ? Promise.resolve() : Promise.reject(new Error('killed')));
    await expect(wave()).rejects.toThrow('killed');
    then = () => Promise.resolve();
    while (Number(await wave()) > 0);
    const caseNos = started.map(({ caseNo }) => caseNo);
    expect(new Set(caseNos).size).toBe(60);
    // Started again is only what was not noted: its number finds the first one.
    const twice = caseNos.filter((caseNo, index) => caseNos.indexOf(caseNo) !== index);
    expect(twice.length).toBeLessThanOrEqual(25);
    expect(await county.db.bundle.findUnique({ where: { no } })).toMatchObject({
      ...{ state: 'running', gatherBy: expect.any(Date) },
    });
  });

  test('give every case what was decided about it', () => {
    const verdicts = started.map(({ bundle }) => bundle?.acts.map(({ verdict, reasonCode }) => [verdict, reasonCode]));
    expect(verdicts.filter((each) => each?.[0]?.[0] === 'refuse')).toEqual([[['refuse', 'NOT_ELIGIBLE']]]);
    expect(started.every(({ decisions }) => decisions?.[0]?.officialId === 'yl-339901100-clerk-1')).toBe(true);
    expect(started.every(({ bundle }) => bundle?.acts.every(({ subject }) => subject === undefined))).toBe(true);
  });
});
