import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import proto from '@temporalio/proto';
import type { Act, Actor } from '../../domain/schemas/act.js';
import { CountyCodec } from '../../platform/codec.js';
import { inParallel } from '../../platform/in-parallel.js';
import { bundleIdOf, RunningCases } from '../../platform/running-cases.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { bundleOfMany } from '../activities/support/thousand.js';
import { official } from '../api/support/people.js';
import { Visitor } from '../api/support/visitor.js';
import { eventually } from '../support/eventually.js';
import { createDevServer } from '../support/servers.js';
import { startApi } from './api-process.js';
import { startWorker, type Where } from './worker-process.js';

const { History } = proto.temporal.api.history.v1;
const HOUSEHOLDS = 1_000;
const REFUSED = { reasonCode: 'NOT_ELIGIBLE', words: '不属于扶持对象' };
/** Of so many it is decided before the approved cease to wait for the others. */
const IN_TIME = 40;
/** Officials who decide at the same time. */
const AT_ONCE = 12;
const MINUTES_MS = 60_000;
/** What the engine bears is ten times and more of these: 51 200 events, 50 MB, 2 MB a payload, 2 000 pending. */
const BOUNDS = { events: 500, bytes: 100_000, largestPayload: 4_000, pending: 2 };

const AREA = '339901100';
const verifier = (n: number, officeId: string): Actor => ({
  ...{ id: `yl-${AREA}-verifier-${n}`, role: 'townshipVerifier', officeId, areaCode: AREA },
});
const WORDS = { ref: randomUUID(), sha256: 'b3'.repeat(32) };
const STANDING = {
  townshipVerification: {
    ...{ stage: 'townshipVerification', verdict: 'pass', words: WORDS, papers: ['5c'.repeat(32)] },
    ...{ by: verifier(1, 'yl-339901100'), cosigner: verifier(2, 'yl-339901100') },
  },
  projectApproval: {
    ...{ stage: 'projectApproval', verdict: 'pass' },
    by: { id: 'yl-approver-1', role: 'countyApprover', officeId: 'yl-relief', areaCode: '339901' },
  },
} as const satisfies Partial<Record<Act['stage'], Act>>;

describe('a bundle', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let env: Awaited<ReturnType<typeof createDevServer>>;
  let api: Awaited<ReturnType<typeof startApi>>;
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
  let where: Where;
  let cases: RunningCases;
  let clerk: Visitor;
  let checker: Visitor;
  const home = mkdtempSync(path.join(tmpdir(), 'zhibao-bundle-'));
  beforeAll(async () => {
    county = await openCounty(noBank);
    // Long enough for everybody to decide before the approved cease to wait for the others.
    await county.db.county.update({ where: { code: '339901' }, data: { daySeconds: 60 } });
    env = await createDevServer(new CountyCodec(county.keyring));
    cases = new RunningCases(env.client);
    where = { databaseUrl: county.database.url, temporalAddress: env.address, bankUrl: 'http://127.0.0.1:9' };
    api = await startApi({ ...where, home });
    const visitors = { ...county, visitor: () => new Visitor(api.url) };
    [clerk, checker] = [await official(visitors, 'yl-339901100-clerk-1'), await official(visitors, 'yl-checker-1')];
  });
  afterAll(async () => {
    await worker?.kill();
    await api?.stop();
    await env?.teardown();
    await county?.close();
    rmSync(home, { recursive: true });
  });

  const untilState = async (no: string, wanted: string, withinMs: number) =>
    await eventually(
      () => county.db.bundle.findUniqueOrThrow({ where: { no } }),
      ({ state }) => state === wanted,
      withinMs,
    );
  const started = (bundleNo: string) => county.db.case.count({ where: { bundleNo, startedAt: { not: null } } });
  const untilAt = async (bundleNo: string, stage: 'townshipVerification' | 'noticePosting', howMany: number) =>
    await eventually(
      () => county.db.case.count({ where: { bundleNo, stage } }),
      (count) => count === howMany,
      2 * MINUTES_MS,
    );
  const check = async (no: string, struckOut: object[] = []) =>
    await checker.post(`/api/bundles/${no}/decision`, { stage: 'initialCheck', verdict: 'pass', struckOut });
  const handleOf = (bundleNo: string) => env.client.workflow.getHandle(bundleIdOf({ bundleNo, submission: 1 }));
  const caseNosAt = async (bundleNo: string, stage: 'townshipVerification') => {
    const rows = await county.db.case.findMany({ where: { bundleNo, stage }, orderBy: { caseNo: 'asc' } });
    return rows.map(({ caseNo }) => caseNo);
  };
  /** Officials decide about each of them; the acts are those that the API sends. */
  const passAll = async (caseNos: readonly string[]) => {
    for (const act of [STANDING.townshipVerification, STANDING.projectApproval]) {
      const failures = await inParallel(caseNos, AT_ONCE, (caseNo) => cases.act(caseNo, 'case', act, randomUUID()));
      expect(failures).toEqual([]);
    }
  };

  test('whose worker is killed between two waves goes on: each household has one case, begun once; all are published together', async () => {
    const { no } = await bundleOfMany(county, 120, { run: 'killed', hasPapers: true });
    worker = await startWorker(where);
    await untilState(no, 'initialCheck', MINUTES_MS);
    expect((await check(no)).status).toBe(200);
    await eventually(
      () => started(no),
      (count) => count >= 50,
      MINUTES_MS,
    );
    await worker.kill();
    const begun = await started(no);
    expect(begun).toBeLessThan(120);

    worker = await startWorker(where);
    await untilState(no, 'running', 2 * MINUTES_MS);
    await untilAt(no, 'townshipVerification', 120);
    expect(await county.db.bundleRow.count({ where: { bundleNo: no, state: 'filed' } })).toBe(120);
    const rows = await county.db.case.findMany({ where: { bundleNo: no }, include: { events: true } });
    expect(new Set(rows.map(({ householdId }) => householdId)).size).toBe(120);
    const kinds = rows.map(({ events }) =>
      events
        .toSorted((one, other) => one.seq - other.seq)
        .map(({ seq, kind }) => `${seq} ${kind}`)
        .join(),
    );
    expect(new Set(kinds)).toEqual(new Set(['1 deskChecked,2 acted,3 entered']));
    console.info(`Killed with ${begun} of 120 cases started.`);

    // One household thinks better of it; nobody waits for it.
    const [left, ...others] = await caseNosAt(no, 'townshipVerification');
    const { householdId } = await county.db.case.findUniqueOrThrow({ where: { caseNo: left! } });
    const by: Actor = { id: householdId!, role: 'household' };
    await cases.act(left!, 'case', { stage: 'townshipVerification', verdict: 'withdraw', by }, randomUUID());
    await passAll(others);
    await untilState(no, 'ended', MINUTES_MS);
    await untilAt(no, 'noticePosting', 119);
    const { body } = await clerk.get(`/api/bundles/${no}`);
    expect(body).toMatchObject({ state: { code: 'ended' }, notices: [`${no}-N1`] });
    expect(await county.db.publicationEntry.count({ where: { publicationNo: `${no}-N1` } })).toBe(119);
  }, 240_000);

  test('of a thousand households keeps within every limit of the engine, while its cases are started in waves and published', async () => {
    const lap = stopwatch();
    const { no } = await bundleOfMany(county, HOUSEHOLDS, { run: 'many', hasPapers: true });
    lap('entered');
    await untilState(no, 'initialCheck', 3 * MINUTES_MS);
    lap('opened');
    // The last one is struck out by the county.
    expect((await check(no, [{ position: HOUSEHOLDS, ...REFUSED }])).status).toBe(200);
    const seen: number[] = [];
    const pending: number[] = [];
    for (const many of [150, 350, 550, 750, 950]) {
      await eventually(
        () => started(no),
        (count) => count >= many,
        4 * MINUTES_MS,
      );
      const { raw } = await handleOf(no).describe();
      pending.push((raw.pendingActivities?.length ?? 0) + (raw.pendingChildren?.length ?? 0));
      seen.push(waiting((await clerk.get(`/api/bundles/${no}`)).body, 'submitted'));
    }
    await untilState(no, 'running', MINUTES_MS);
    await untilAt(no, 'townshipVerification', HOUSEHOLDS - 1);
    lap('started');
    // Wave after wave fewer are left, as whoever filed it sees.
    expect(seen).toEqual(seen.toSorted((one, other) => other - one));
    expect(new Set(seen).size).toBe(seen.length);

    // Those of whom it is decided in time are published together; nobody waits for the others for ever.
    const inTime = (await caseNosAt(no, 'townshipVerification')).slice(0, IN_TIME);
    await passAll(inTime);
    lap('approved');
    await county.db.bundle.update({ where: { no }, data: { gatherBy: new Date() } });
    await untilAt(no, 'noticePosting', IN_TIME);
    lap('published');
    const { body } = await clerk.get(`/api/bundles/${no}`);
    expect(body).toMatchObject({
      ...{ state: { code: 'running' }, notices: [`${no}-N1`] },
      rows: [
        { state: { code: 'filed' }, rows: HOUSEHOLDS - 1 },
        { state: { code: 'struckOut' }, rows: 1 },
      ],
    });
    const left = HOUSEHOLDS - 1 - IN_TIME;
    expect([waiting(body, 'townshipVerification'), waiting(body, 'refused')]).toEqual([left, 1]);
    expect(await county.db.case.count({ where: { bundleNo: no } })).toBe(HOUSEHOLDS);

    const size = sizeOf(await handleOf(no).fetchHistory());
    console.info(
      `A bundle of ${HOUSEHOLDS} households: ${size.events} events, ${size.bytes} bytes, largest payload ` +
        `${size.largestPayload} bytes, at most ${Math.max(...pending)} activities pending; ${lap.all()}.`,
    );
    expect(size.events).toBeLessThan(BOUNDS.events);
    expect(size.bytes).toBeLessThan(BOUNDS.bytes);
    expect(size.largestPayload).toBeGreaterThan(0);
    expect(size.largestPayload).toBeLessThan(BOUNDS.largestPayload);
    expect(Math.max(...pending)).toBeLessThan(BOUNDS.pending);
  }, 900_000);
});

type Shown = { readonly stages: readonly { readonly stage: { readonly code: string }; readonly cases: number }[] };

const waiting = ({ stages }: Shown, at: string): number => stages.find(({ stage }) => stage.code === at)?.cases ?? 0;

function sizeOf(history: proto.temporal.api.history.v1.IHistory) {
  const payloads = [...payloadsIn(history.events)];
  return {
    events: history.events?.length ?? 0,
    bytes: History.encode(history).finish().length,
    largestPayload: Math.max(...payloads),
  };
}

/** Bytes of every payload, wherever it lies. */
function* payloadsIn(part: unknown): Generator<number> {
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return;
  if ('data' in part && part.data instanceof Uint8Array) yield part.data.length;
  for (const inner of Object.values(part)) yield* payloadsIn(inner);
}

/** Says how long each part took. */
function stopwatch() {
  const laps: string[] = [];
  let last = performance.now();
  const lap = (what: string) => {
    laps.push(`${what} after ${((performance.now() - last) / 1000).toFixed(0)} s`);
    last = performance.now();
  };
  return Object.assign(lap, { all: () => laps.join(', ') });
}
