import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GrowingTree, leafHash } from '../../proof/merkle.js';
import { broken } from '../../proof/history-text.js';
import { unpackHistory } from '../../proof/sealed-history.js';
import { sha256 } from '../../proof/canonical.js';
import { isHeadSignedBy, readHead } from '../../proof/tree-head.js';
import { signerFrom } from '../../proof/signing-key.js';
import { openMessage } from '../../prisma/outbox.js';
import type { CountyCodec } from '../../platform/codec.js';
import { verifyItems } from '../../cli/verify/verify-items.js';
import { allLogged } from '../../prisma/log-entries.js';
import { numberLeaves } from '../../activities/sealing/number-leaves.js';
import { sealWorkflow } from '../../activities/sealing/seal-workflow.js';
import { assertKeptLongEnough } from '../../activities/sealing/retention.js';
import { actAt } from '../activities/support/acting.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { ProvedCases } from './support/proved-cases.js';
import { openProvedCounty, type ProvedCounty } from './support/proved-county.js';
import { commandEnvironment } from '../support/command-environment.js';
import { eventually } from '../support/eventually.js';
import { workflowBundle } from '../support/servers.js';

describe('What happens in a case is sealed', () => {
  let county: ProvedCounty;
  beforeAll(async () => {
    county = await openProvedCounty();
  });
  afterAll(async () => await county?.close());

  test('when it is submitted, as it grows, and when it ends, and each seal extends the ones before', async () => {
    const { db } = county;
    const [householdId] = await ordinaryHouseholds(db, 1);
    const caseNo = await submit(db, { programmeCode: 'beekeeping', householdId: householdId!, quantity: 10 });
    const input = (await db.case.findUniqueOrThrow({ where: { caseNo } })).amountFen;
    expect(await allLogged(db, 'submitted', caseNo)).toMatchObject([{ caseNo, householdId, amountFen: Number(input) }]);

    await eventually(
      () => db.sealState.findUnique({ where: { workflowId: caseNo } }),
      (state) => state !== null,
    );
    await county.seal();
    const [first] = await allLogged(db, 'grown', caseNo);
    expect(first!.lastEventId).toBeGreaterThan(3);
    await actAt(county, caseNo, 'initialCheck', 'pass');
    await county.seal();
    await county.seal();
    const marks = await allLogged(db, 'grown', caseNo);
    expect(marks).toHaveLength(2);

    const by = { id: householdId!, role: 'household' } as const;
    const withdrawal = { stage: 'townshipVerification', verdict: 'withdraw', by } as const;
    await county.cases.act(caseNo, 'case', withdrawal, randomUUID());
    await county.sealed(caseNo);
    const [seal] = await allLogged(db, 'sealed', caseNo);
    const row = await db.seal.findFirstOrThrow({ where: { workflowId: caseNo } });
    expect([row.sha256, row.caseNo, row.workflowType]).toEqual([sha256(row.content), caseNo, 'directProject']);
    expect(seal).toMatchObject({ sha256: row.sha256, runs: [{ runId: first!.runId }] });
    const { runs } = unpackHistory(row.content);
    expect(broken(runs, marks)).toEqual([]);
    expect(Buffer.from(row.content).toString('latin1')).not.toContain('beekeeping');

    expect(await county.head()).toBe(true);
    expect(await county.head()).toBe(false);
    const head = await db.treeHead.findFirstOrThrow({ orderBy: { size: 'desc' } });
    const entries = await db.logEntry.findMany({ where: { index: { lt: head.size } }, orderBy: { index: 'asc' } });
    const tree = new GrowingTree();
    for (const { leaf } of entries) tree.add(leafHash(leaf));
    expect(entries.map(({ index }) => Number(index))).toEqual(entries.map((_, index) => index));
    expect(readHead(head.note)).toMatchObject({ size: entries.length, root: tree.root().toString('hex') });
    expect(isHeadSignedBy(head.note, signerFrom(county.keyring.signingSeed('heads')).publicKey)).toBe(true);
    const letters = await db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `head/${head.size}/` } } });
    expect(letters.length).toBeGreaterThan(0);
    expect(openMessage(county.keyring, letters[0]!).text).toContain(head.note);

    // The next one goes on from it, also where something behind it was changed meanwhile.
    const [other] = await ordinaryHouseholds(db, 1);
    await submit(db, { programmeCode: 'beekeeping', householdId: other! });
    await county.seal();
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`UPDATE "LogEntry" SET "leaf" = '{}' WHERE "index" = 0`,
    ]);
    await county.head();
    const next = await db.treeHead.findFirstOrThrow({ orderBy: { size: 'desc' } });
    for (const { leaf } of await db.logEntry.findMany({
      where: { index: { gte: head.size, lt: next.size } },
      orderBy: { index: 'asc' },
    })) {
      tree.add(leafHash(leaf));
    }
    expect(next.root).toBe(tree.root().toString('hex'));
  });

  test('for good: what is logged, sealed and signed is neither changed nor deleted', async () => {
    const { db } = county;
    await expect(db.$executeRaw`UPDATE "LogEntry" SET "leaf" = '{}' WHERE "index" = 1`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`UPDATE "LogEntry" SET "index" = 99999 WHERE "index" = 1`).rejects.toThrow(
      /append-only/,
    );
    for (const table of ['LogEntry', 'TreeHead', 'Seal']) {
      await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/append-only/);
      await expect(db.$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(/append-only/);
    }
  });

  test('under the key of its time: changed while a case runs, each generation opens its part, and all of it verifies', async () => {
    const { db } = county;
    const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
    const first = await county.restart({ 1: key(2) });
    const cases = new ProvedCases({ ...county, env: first });
    const caseNo = await cases.submitted();
    await cases.act(caseNo, 'initialCheck', 'pass');

    const second = await county.restart({ 1: key(2), 2: key(3) });
    const going = new ProvedCases({ ...county, env: second }, cases.home);
    await going.act(caseNo, 'townshipVerification', 'pass');
    const { householdId } = await db.case.findUniqueOrThrow({ where: { caseNo } });
    await going.withdrawn(caseNo, householdId!);
    const sealing = { ...county.sealing, ...second };
    await eventually(
      async () => {
        await sealWorkflow(sealing, caseNo);
        return await db.seal.findFirst({ where: { workflowId: caseNo } });
      },
      (seal) => seal !== null,
    );
    const { content } = await db.seal.findFirstOrThrow({ where: { workflowId: caseNo } });
    const { runs } = unpackHistory(content);
    const named = (text: string) =>
      runs[0]!.events.some((event) => event.includes(Buffer.from(text).toString('base64')));
    expect(['zb1/339901.1', 'zb1/339901.2', 'zb1/339901.3'].map(named)).toEqual([true, true, false]);

    await numberLeaves(db, 100_000);
    const verified = async (codec: CountyCodec) => {
      const sources = { db, keyring: second.keyring, codec, client: second.client, home: cases.home };
      return await verifyItems({ sources, workflows: workflowBundle(), replayed: new Set() }, [caseNo]);
    };
    expect(await verified(second.codec)).toMatchObject([{ findings: [], replayed: [expect.any(String)] }]);
    const { codec: withoutFirst } = await county.restart({ 2: key(3) });
    const [lost] = await verified(withoutFirst);
    expect(lost!.findings).toContainEqual(expect.objectContaining({ kind: 'historyUnreadable', subject: caseNo }));
  });

  test('in time: a worker does not start where the engine throws histories away within a day', async () => {
    const { client } = county.sealing;
    const keep = async (hours: number) =>
      await client.workflowService.updateNamespace({
        namespace: 'default',
        config: { workflowExecutionRetentionTtl: { seconds: (hours * 3600) as never } },
      });
    await keep(23);
    const env = commandEnvironment({
      ...{ databaseUrl: county.database.url, temporalAddress: county.env.address },
      ...{ home: mkdtempSync(path.join(tmpdir(), 'zhibao-worker-')), publicUrl: 'http://127.0.0.1' },
    });
    const worker = promisify(execFile)(process.execPath, ['dist/activities/worker.js'], { env });
    const refusal = await worker.then(() => undefined).catch((error: { code: number; stderr: string }) => error);
    expect(refusal).toMatchObject({ code: 1, stderr: expect.stringContaining('23 小时') });
    expect(refusal!.stderr).toContain('keeps ended histories for 23 hours');
    await keep(24);
    await assertKeptLongEnough(client, 'default');
  });
});
