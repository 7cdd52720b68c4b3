import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Keyring } from '../../platform/keyring.js';
import { connect, type Db } from '../../prisma/client.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { completeDraft } from '../api/support/drafts.js';
import { household } from '../api/support/people.js';
import { type Answered, Visitor } from '../api/support/visitor.js';
import { TEST_KEY } from '../support/demonstration-database.js';
import { eventually } from '../support/eventually.js';
import { startApi } from './api-process.js';
import { ownPostgres, ownTemporal } from './own-servers.js';
import { AFTER_A_DEATH_MS } from './paying-county.js';
import { startWorker } from './worker-process.js';

/** A household with all that it needs to submit, as often as it must, by one key. */
interface Applicant {
  readonly draftId: string;
  readonly submit: () => Promise<Answered>;
}

async function applicants(db: Db, apiUrl: string, howMany: number): Promise<Applicant[]> {
  const where = { db, keyring: Keyring.from(TEST_KEY), visitor: () => new Visitor(apiUrl) };
  const ready: Applicant[] = [];
  for (const id of await ordinaryHouseholds(db, howMany)) {
    const visitor = await household(where, id);
    const draftId = await completeDraft(visitor);
    const key = randomUUID();
    const submit = () => visitor.post(`/api/applications/${draftId}/submission`, {}, { key });
    ready.push({ draftId, submit });
  }
  return ready;
}

/** Some at a time; answers in their order. */
async function inTurns<Item, Answer>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<Answer>) {
  const answers: Answer[] = [];
  const waiting = items.entries();
  const hand = async () => {
    for (const [index, item] of waiting) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return answers;
}

const newHome = () => mkdtempSync(path.join(tmpdir(), 'zhibao-away-'));

describe('while PostgreSQL is away', () => {
  const home = newHome();
  let postgres: Awaited<ReturnType<typeof ownPostgres>>;
  let api: Awaited<ReturnType<typeof startApi>>;
  let db: Db;
  beforeAll(async () => {
    postgres = await ownPostgres();
    db = connect(postgres.url);
    api = await startApi({ databaseUrl: postgres.url, home });
  });
  afterAll(async () => {
    await api?.stop();
    await db?.$disconnect();
    await postgres?.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('what was acknowledged is there; the others are told, and repeat what they sent until it is', async () => {
    const all = await applicants(db, api.url, 24);
    let acknowledged = 0;
    let killed: Promise<void> | undefined;
    const first = await inTurns(all, 6, async ({ submit }) => {
      const answer = await submit();
      if (answer.status === 201) acknowledged += 1;
      if (acknowledged === 6) killed ??= postgres.kill();
      return answer;
    });
    await killed;
    const words = first.map(({ status, body }) => (status === 201 ? '201' : `${status} ${body.code}`));
    expect(new Set(words)).toEqual(new Set(['201', '503 UNAVAILABLE']));
    expect((await new Visitor(api.url).get('/healthz')).status).toBe(200);

    await postgres.bringBack();
    const second = await inTurns(all, 6, ({ submit }) =>
      eventually(submit, ({ status }) => status === 201, AFTER_A_DEATH_MS),
    );
    for (const [index, { draftId }] of all.entries()) {
      const made = await db.case.findMany({ where: { applicationId: draftId } });
      expect(made.map(({ caseNo }) => caseNo)).toEqual([second[index]!.body.caseNo]);
      if (first[index]!.status === 201) expect(second[index]!.body).toEqual(first[index]!.body);
    }
  });
});

describe('while the workflow engine is away', () => {
  const home = newHome();
  let county: Awaited<ReturnType<typeof openCounty>>;
  let temporal: Awaited<ReturnType<typeof ownTemporal>>;
  let api: Awaited<ReturnType<typeof startApi>>;
  let worker: Awaited<ReturnType<typeof startWorker>>;
  beforeAll(async () => {
    [county, temporal] = await Promise.all([openCounty(noBank), ownTemporal()]);
    const where = { databaseUrl: county.database.url, temporalAddress: temporal.address };
    api = await startApi({ ...where, home });
    worker = await startWorker({ ...where, bankUrl: 'http://127.0.0.1:9' });
  });
  afterAll(async () => {
    await worker?.kill();
    await api?.stop();
    await temporal?.close();
    await county?.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('households submit all the same, and their cases run once it is back', async () => {
    const { db } = county;
    const [before, ...others] = (await applicants(db, api.url, 6)) as [Applicant, ...Applicant[]];
    const started = async (among: readonly Applicant[]) =>
      await db.task.count({
        where: { case: { applicationId: { in: among.map(({ draftId }) => draftId) } }, stage: 'initialCheck' },
      });
    expect((await before.submit()).status).toBe(201);
    await eventually(
      () => started([before]),
      (count) => count === 1,
      AFTER_A_DEATH_MS,
    );

    await temporal.kill();
    const answers = await Promise.all(others.map(({ submit }) => submit()));
    expect(answers.map(({ status }) => status)).toEqual(others.map(() => 201));
    expect(await started(others)).toBe(0);

    await temporal.bringBack();
    await eventually(
      () => started([before, ...others]),
      (count) => count === 6,
      AFTER_A_DEATH_MS,
    );
    expect(await db.case.count({ where: { startedAt: null } })).toBe(0);
    expect(await db.caseEvent.count({ where: { kind: 'deskChecked' } })).toBe(6);
  });
});
