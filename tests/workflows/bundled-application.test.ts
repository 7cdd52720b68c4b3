import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isPast } from '../../domain/rules/bundle-states.js';
import { householdChanged, publicationOpened } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import { bundled, bundleOf } from './support/bundle-inputs.js';
import { AMOUNT_FEN } from './support/inputs.js';
import { checker, official, otherChecker, STAFF } from './support/people.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

describe('A bundle', () => {
  test('is checked once, starts its cases in waves, and publishes them together', async () => {
    const run = await hall.bundle(bundleOf());
    await run.untilState('initialCheck');
    await run.decide('initialCheck', 'pass');
    expect(await run.outcome()).toBe('ended');
    const { asked, told } = run.world;
    expect(asked).toEqual([
      ...['openCases', 'recordBundleAct initialCheck pass', 'startWave', 'startWave'],
      ...['gatherPublication', 'tellOpened'],
    ]);
    expect(told).toHaveLength(1);
  });

  test('publishes those who are late in a publication of their own', async () => {
    const run = await hall.bundle(bundleOf({ state: 'running' }), (world) => (world.publications = [55, 4, 1]));
    expect(await run.outcome()).toBe('ended');
    expect(run.world.told.map((no) => no.slice(-3))).toEqual(['-N1', '-N2', '-N3']);
  });

  test('of which everybody falls out is published nowhere', async () => {
    const run = await hall.bundle(bundleOf({ state: 'starting' }), (world) => (world.publications = []));
    expect(await run.outcome()).toBe('ended');
    expect(run.world.told).toEqual([]);
  });

  test('that comes level by level is endorsed by the village, then by the township, before the county checks it', async () => {
    const run = await hall.bundle(bundleOf({ state: 'villageEndorsement' }));
    expect(await run.answerTo('initialCheck', 'pass')).toBe('STAGE_MOVED');
    await run.decide('villageEndorsement', 'pass');
    await run.decide('townshipEndorsement', 'pass');
    await run.untilState('initialCheck');
    await run.decide('initialCheck', 'pass');
    expect(await run.outcome()).toBe('ended');
    expect(run.world.acts.map(({ stage }) => stage)).toEqual([
      ...['villageEndorsement', 'townshipEndorsement', 'initialCheck'],
    ]);
  });

  test.each(['villageEndorsement', 'townshipEndorsement'] as const)(
    'that is returned at %s ends: whoever filed it hands it in anew',
    async (stage) => {
      const run = await hall.bundle(bundleOf({ state: stage }));
      expect(await run.answerTo(stage, 'return', { reasonCode: undefined })).toBe('REASON_MISSING');
      await run.decide(stage, 'return');
      expect(await run.outcome()).toBe('returned');
      expect(run.world.asked).toEqual([`recordBundleAct ${stage} return`]);
    },
  );

  test('is decided by nobody who filed it, endorsed it before, or is related to one of its households', async () => {
    const filer = official('clerk-9', 'countyChecker', 'township-office');
    const decisions = [{ stage: 'submitted', officialId: filer.id, overturned: false } as const];
    const run = await hall.bundle(bundleOf({ state: 'initialCheck', decisions, recused: [otherChecker.id] }));
    const elsewhere = official('checker-3', 'countyChecker', 'poverty-office', '330127');
    expect(await run.answerTo('initialCheck', 'pass', { by: filer })).toBe('OWN_DECISION');
    expect(await run.answerTo('initialCheck', 'pass', { by: otherChecker })).toBe('KIN');
    expect(await run.answerTo('initialCheck', 'pass', { by: elsewhere })).toBe('OUT_OF_AREA');
    expect(await run.answerTo('initialCheck', 'pass', { by: STAFF.projectApproval![0] })).toBe('NOT_AWAITED');
    expect(await run.answerTo('initialCheck', 'amend')).toBe('VERDICT_NOT_POSSIBLE');
    expect(await run.answerTo('initialCheck', 'pass')).toBe('accepted');
    expect(await run.outcome()).toBe('ended');
  });

  test('goes on where its rows are, and does nothing twice, whenever it is begun anew', async () => {
    const run = await hall.bundle(bundleOf({ state: 'starting' }), (world) => (world.started = 40));
    expect(await run.outcome()).toBe('ended');
    expect(run.world.asked).toEqual(['startWave', 'gatherPublication', 'tellOpened']);
    expect(isPast('filing', 'initialCheck')).toBe(true);
    expect(isPast('initialCheck', 'initialCheck')).toBe(false);
  });
});

describe('A household of a bundle', () => {
  /** Its bundle is published, with it. */
  const isPublished = async (filed: RunningCase) => {
    await filed.comeTo('noticeAwaited');
    await filed.handle.signal(publicationOpened, `339901-2026-K000001-N1`);
    await filed.untilStage('noticePosting');
  };

  test('has the check of the bundle on record as its own, and what the databases say of it', async () => {
    const filed = await hall.fileBundled(bundled('pass'), (world) => (world.findings = ['ALLOTMENT_LOW']));
    await filed.comeTo('townshipVerification');
    expect(filed.all('deskChecked')).toMatchObject([{ findings: ['ALLOTMENT_LOW'] }]);
    expect(filed.all('acted')).toMatchObject([{ act: { stage: 'initialCheck', verdict: 'pass', by: checker } }]);
    const verifier = { ...STAFF.townshipVerification![0], id: checker.id };
    expect(await filed.answerTo(filed.complete('townshipVerification', 'pass', { by: verifier }))).toBe('OWN_DECISION');
  });

  test('waits at its notice for the others, and goes its own way from there', async () => {
    const filed = await hall.fileBundled(bundled());
    await isPublished(filed);
    expect(filed.all('published')).toMatchObject([{ publicationNo: '339901-2026-K000001-N1' }]);
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('that was struck out is told why, may ask for a review, and is then checked by itself', async () => {
    const refused = await hall.fileBundled(bundled('refuse'));
    await refused.comeTo('refused');
    expect(refused.all('acted')).toMatchObject([{ act: { stage: 'initialCheck', verdict: 'refuse' } }]);
    await refused.act('refused', 'requestReview');
    await refused.act('internalReview', 'overturn');
    await refused.untilStage('initialCheck');
    expect(await refused.answerTo(refused.complete('initialCheck', 'pass'))).toBe('OWN_DECISION');
    await refused.act('initialCheck', 'pass', { by: otherChecker });
    await refused.untilStage('townshipVerification');
  });

  test('about which something blocking turned up since is checked by itself', async () => {
    const filed = await hall.fileBundled(bundled(), (world) => (world.findings = ['NOT_REGISTERED']));
    await filed.untilStage('initialCheck');
    expect(await filed.answerTo(filed.complete('initialCheck', 'pass'))).toBe('BLOCKED_BY_FINDING');
    await filed.act('initialCheck', 'refuse');
    await filed.untilStage('refused');
  });

  test('that is amended at a hearing goes to a round of its own', async () => {
    const filed = await hall.fileBundled(bundled());
    await isPublished(filed);
    await filed.act('noticePosting', 'posted');
    await filed.untilStage('publicNotice');
    await filed.object('objection-1');
    await filed.untilStage('objectionHearing');
    await filed.act('objectionHearing', 'amend', { quantity: 500 });
    await filed.untilStage('noticePosting');
    expect(filed.all('published').map(({ publicationNo }) => publicationNo)).toEqual([
      ...['339901-2026-K000001-N1', `${filed.caseNo}-N2`],
    ]);
  });

  test('that changes may fall out while it waits for the others; a publication that comes then is nothing to it', async () => {
    const filed = await hall.fileBundled(bundled());
    await filed.comeTo('noticeAwaited');
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    await filed.act('householdChange', 'close', { subject: 'change-1' });
    expect(await filed.outcome()).toMatchObject({ kind: 'closedForChange' });
    expect(filed.all('published')).toEqual([]);
  });

  test('cannot be taken back any more once it is approved', async () => {
    const filed = await hall.fileBundled(bundled());
    await filed.comeTo('noticeAwaited');
    expect(await filed.answerTo(filed.complete('noticeAwaited', 'withdraw'))).toBe('TOO_LATE_TO_WITHDRAW');
  });
});
