import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Application } from '../../domain/schemas/application.js';
import { sha256 } from '../../platform/digest.js';
import { runsOf } from '../../platform/engine-history.js';
import { RunningCases, workflowTypeOf } from '../../platform/running-cases.js';
import { TASK_QUEUE } from '../../platform/temporal.js';
import type { Tx } from '../../prisma/client.js';
import { canonical } from '../../proof/canonical.js';
import { GrowingTree, leafHash } from '../../proof/merkle.js';
import { packHistory, unpackHistory } from '../../proof/sealed-history.js';
import { signerFrom } from '../../proof/signing-key.js';
import { signHead } from '../../proof/tree-head.js';
import { openJson } from '../../platform/open-json.js';
import { actAt } from '../activities/support/acting.js';
import { eventually } from '../support/eventually.js';
import { ProvedCases } from './support/proved-cases.js';
import { ORIGIN, type ProvedCounty } from './support/proved-county.js';

import { kinds, Tampered } from './support/tampered.js';

describe('Whoever has full rights over the database and the engine', () => {
  let tampered: Tampered;
  let county: ProvedCounty;
  let cases: ProvedCases;
  let paid: string;
  let other: string;
  let running: string;
  beforeAll(async () => {
    tampered = await Tampered.open();
    ({ county, cases, paid, other, running } = tampered);
  }, 240_000);
  afterAll(async () => await tampered?.close());
  const verify = () => tampered.verify();
  const after = (change: (tx: Tx) => Promise<unknown>) => tampered.after(change);

  test('deletes a case before its first seal', async () => {
    const caseNo = await cases.submitted();
    await eventually(
      () => county.db.task.count({ where: { caseNo } }),
      (count) => count > 0,
    );
    const { applicationId } = await county.db.case.findUniqueOrThrow({ where: { caseNo } });
    await county.env.client.workflow.getHandle(caseNo).terminate();
    await county.env.client.workflowService.deleteWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: caseNo },
    });
    const findings = await after(async (tx) => {
      for (const table of ['CaseEvent', 'Task', 'Case'])
        await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "caseNo" = '${caseNo}'`);
      await tx.paper.deleteMany({ where: { applicationId } });
      await tx.$executeRaw`DELETE FROM "SealState" WHERE "workflowId" = ${caseNo}`;
    });
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'caseMissing', subject: caseNo }));
    await county.db.$transaction([
      county.db.$executeRaw`SET LOCAL session_replication_role = replica`,
      ...['CaseEvent', 'Task', 'Case', 'LogEntry'].map((table) =>
        county.db.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "caseNo" = '${caseNo}'`),
      ),
    ]);
  });

  test('changes a leaf of the log, takes one out, or cuts it off', async () => {
    const { db } = county;
    const size = (await db.treeHead.findFirstOrThrow({ orderBy: { size: 'desc' } })).size;
    const leaf = await db.logEntry.findFirstOrThrow({ where: { kind: 'official' } });
    const changed = await after((tx) =>
      tx.logEntry.update({
        where: { id: leaf.id },
        data: { leaf: leaf.leaf.replace('"active":true', '"active":false') },
      }),
    );
    expect(changed).toContainEqual(expect.objectContaining({ kind: 'rootDiffers', subject: String(size) }));
    const without = await after((tx) => tx.logEntry.delete({ where: { id: leaf.id } }));
    expect(without).toContainEqual(expect.objectContaining({ kind: 'leafMissing', subject: String(leaf.index) }));
    const cut = await after((tx) => tx.logEntry.deleteMany({ where: { index: { gte: size - 2n } } }));
    expect(cut).toContainEqual(
      expect.objectContaining({ kind: 'logTruncated', subject: String(size), found: String(size - 2n) }),
    );
  });

  test('changes a leaf and signs the head anew, with a key of his own or over a log made anew', async () => {
    const { db } = county;
    const { size } = await db.treeHead.findFirstOrThrow({ orderBy: { size: 'desc' } });
    const resign = async (tx: Tx, seed: Buffer) => {
      await tx.$executeRaw`UPDATE "LogEntry" SET "leaf" = replace("leaf", 'countyChecker', 'auditor') WHERE "kind" = 'official'`;
      const tree = new GrowingTree();
      const entries = await tx.logEntry.findMany({ where: { index: { lt: size } }, orderBy: { index: 'asc' } });
      for (const { leaf } of entries) tree.add(leafHash(leaf));
      const root = tree.root().toString('hex');
      const note = signHead({ origin: ORIGIN, size: Number(size), root, at: Date.now() }, signerFrom(seed));
      await tx.treeHead.update({ where: { size }, data: { root, note } });
    };
    const forged = await after((tx) => resign(tx, Buffer.alloc(32, 9)));
    expect(forged).toContainEqual({ kind: 'headForged', subject: String(size) });
    expect(kinds(forged)).toContain('headDiffers');
    // Even whoever has the key of the log can't take back what the auditor keeps.
    const withKey = await after((tx) => resign(tx, county.keyring.signingSeed('heads')));
    expect(withKey).toContainEqual(expect.objectContaining({ kind: 'headDiffers', subject: String(size) }));
    const gone = await after((tx) => tx.treeHead.deleteMany());
    expect(gone).toContainEqual(expect.objectContaining({ kind: 'headMissing', subject: String(size) }));
  });

  test('replaces a history by another one that is valid, its leaf too', async () => {
    const { db } = county;
    const theirs = await db.seal.findFirstOrThrow({ where: { workflowId: other } });
    const content = packHistory({ ...unpackHistory(theirs.content), workflowId: paid });
    const where = { sha256: (await db.seal.findFirstOrThrow({ where: { workflowId: paid } })).sha256 };
    const replaced = await after((tx) => tx.seal.update({ where, data: { content } }));
    expect(replaced).toContainEqual(expect.objectContaining({ kind: 'sealAltered', subject: paid }));
    expect(kinds(replaced)).toEqual(expect.arrayContaining(['historyBroken', 'stepDiffers', 'actUnsigned']));
    const withLeaf = await after(async (tx) => {
      await tx.seal.update({ where, data: { content, sha256: sha256(content) } });
      const entry = await tx.logEntry.findFirstOrThrow({ where: { kind: 'sealed', subject: paid } });
      const leaf = entry.leaf.replace(where.sha256, sha256(content));
      await tx.logEntry.update({ where: { id: entry.id }, data: { leaf } });
    });
    expect(kinds(withLeaf)).toEqual(expect.arrayContaining(['rootDiffers', 'historyBroken', 'stepDiffers']));
  });

  test('writes another amount into a history, with the key of the county, and into the records', async () => {
    const { db } = county;
    const { codec } = county.sealing;
    const row = await db.seal.findFirstOrThrow({ where: { workflowId: paid } });
    const history = unpackHistory(row.content);
    const events = await Promise.all(
      history.runs[0]!.events.map((event) => withAmount(codec, event, 160_000, 260_000)),
    );
    const content = packHistory({ workflowId: paid, runs: [{ ...history.runs[0]!, events }] });
    const findings = await after(async (tx) => {
      await tx.seal.update({ where: { sha256: row.sha256 }, data: { content } });
      for (const { seq, kind, at, body } of await tx.caseEvent.findMany({ where: { caseNo: paid, strand: 'case' } })) {
        const altered = JSON.parse(JSON.stringify(body).replaceAll('160000', '260000')) as object;
        const digest = sha256(canonical({ seq, kind, at: at.getTime(), ...altered }));
        await tx.caseEvent.update({
          where: { caseNo_strand_seq: { caseNo: paid, strand: 'case', seq } },
          data: { body: altered, digest },
        });
      }
    });
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'replayDiffers', subject: paid }));
    expect(kinds(findings)).toEqual(expect.arrayContaining(['sealAltered', 'historyBroken', 'caseDiffers']));
  });

  test('deletes an event out of a history, or takes off its end, and writes the leaf anew', async () => {
    const { db } = county;
    const row = await db.seal.findFirstOrThrow({ where: { workflowId: paid } });
    const [run] = unpackHistory(row.content).runs;
    const { length } = run!.events;
    for (const [from, to] of [
      [10, 11],
      [length - 1, length],
    ] as const) {
      const events = run!.events.toSpliced(from, to - from);
      const content = packHistory({ workflowId: paid, runs: [{ ...run!, events }] });
      const findings = await after(async (tx) => {
        await tx.seal.update({ where: { sha256: row.sha256 }, data: { content, sha256: sha256(content) } });
        const entry = await tx.logEntry.findFirstOrThrow({ where: { kind: 'sealed', subject: paid } });
        const leaf = entry.leaf.replace(row.sha256, sha256(content));
        await tx.logEntry.update({ where: { id: entry.id }, data: { leaf } });
      });
      expect(kinds(findings)).toContain('rootDiffers');
      expect(findings).toContainEqual(
        expect.objectContaining({ kind: 'historyBroken', subject: paid, found: `${run!.runId}/${length - 1}` }),
      );
    }
  });

  test('decides through the command line of the engine', async () => {
    const { db } = county;
    const caseNo = await cases.submitted();
    await cases.act(caseNo, 'initialCheck', 'pass');
    await actAt({ db, cases: throughCommandLine() }, caseNo, 'townshipVerification', 'pass', await cases.said(caseNo));
    const forged = await verify();
    expect(forged).toMatchObject([
      { kind: 'actUnsigned', subject: caseNo, found: expect.stringContaining('townshipVerification pass') },
    ]);
    // Nor does the bank's word come from there.
    const settled = JSON.stringify({ reference: `${caseNo}-P7`, result: 'credited' });
    await engineCommand('signal', caseNo, '--name', 'paymentSettled', '--input', settled);
    expect(await verify()).toContainEqual(
      expect.objectContaining({ kind: 'signalUnfounded', subject: caseNo, found: `paymentSettled ${settled}` }),
    );
    const stranger = { id: 'nobody', role: 'countyApprover', officeId: 'nowhere', areaCode: '339901' } as const;
    await cases.act(caseNo, 'projectApproval', 'pass', { by: stranger });
    expect(kinds(await verify())).toEqual(['actUnsigned', 'actorUnknown', 'signalUnfounded']);
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`DELETE FROM "ActSignature" WHERE "caseNo" = ${caseNo}`,
    ]);
  });

  test('resets or terminates a case', async () => {
    const { env } = county;
    await county.seal();
    const workflowExecution = { workflowId: running };
    const history = await env.client.workflow.getHandle(running).fetchHistory();
    const completed = history.events!.find(({ workflowTaskCompletedEventAttributes: task }) => task)!;
    await env.client.workflowService.resetWorkflowExecution({
      ...{ namespace: 'default', workflowExecution, requestId: randomUUID(), reason: 'test' },
      workflowTaskFinishEventId: completed.eventId!,
    });
    const reset = await eventually(
      async () => (await verify()).filter(({ subject }) => subject === running),
      (findings) => findings.some(({ kind }) => kind === 'runReset'),
    );
    expect(kinds(reset)).toEqual(expect.arrayContaining(['runTerminated', 'runReset']));

    await env.client.workflow.getHandle(running).terminate('test');
    const terminated = (await verify()).filter(({ kind, subject }) => kind === 'runTerminated' && subject === running);
    expect(terminated).toHaveLength(2);
  });

  test('starts a case in the place of a submitted one, under the same number and with another rate', async () => {
    const { client } = county.env;
    const caseNo = await cases.submitted();
    const isAtDesk = () => county.db.task.count({ where: { caseNo } });
    await eventually(isAtDesk, (count) => count > 0);
    expect(await tampered.verifyCases([caseNo])).toEqual([]);
    await client.workflow.getHandle(caseNo).terminate();
    const { workflowService: service } = client;
    await service.deleteWorkflowExecution({ namespace: 'default', workflowExecution: { workflowId: caseNo } });
    const { input } = await county.db.case.findUniqueOrThrow({ where: { caseNo } });
    const submitted = input as unknown as Application;
    const doubled = { ...submitted, standard: { ...submitted.standard, fenPerUnit: 40_000 } };
    const started = { taskQueue: TASK_QUEUE, workflowId: caseNo, args: [doubled] };
    await eventually(
      () => client.workflow.start(workflowTypeOf({ ...submitted, strand: 'case' }), started).catch(() => undefined),
      (handle) => handle !== undefined,
    );
    const findings = await eventually(
      () => tampered.verifyCases([caseNo]),
      (found) => kinds(found).includes('beginningDiffers'),
    );
    expect(findings).toContainEqual({
      ...{ kind: 'beginningDiffers', subject: caseNo, at: expect.stringMatching(/ standard$/) },
      ...{ proved: expect.stringContaining('20000'), found: expect.stringContaining('40000') },
    });
    await client.workflow.getHandle(caseNo).terminate();
  });

  test('deletes a case from the engine that runs and was marked before', async () => {
    const { client } = county.env;
    const caseNo = await cases.submitted();
    await cases.act(caseNo, 'initialCheck', 'pass');
    await county.seal();
    expect(await county.db.logEntry.count({ where: { kind: 'grown', subject: caseNo } })).toBeGreaterThan(0);
    await client.workflowService.deleteWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: caseNo },
    });
    const findings = await eventually(
      async () => (await verify()).filter(({ subject }) => subject === caseNo),
      (found) => found.some(({ kind }) => kind === 'historyMissing'),
    );
    expect(kinds(findings)).toContain('historyMissing');
  });

  test('replaces a case that runs by another one that is valid, under its number', async () => {
    const { db, env, cases: engine } = county;
    const caseNo = await cases.submitted();
    await cases.act(caseNo, 'initialCheck', 'pass');
    await county.seal();
    await env.client.workflowService.deleteWorkflowExecution({
      ...{ namespace: 'default', workflowExecution: { workflowId: caseNo } },
    });
    await eventually(
      async () => await runsOf(env.client, caseNo),
      (runs) => runs.length === 0,
    );
    const { input } = await db.case.findUniqueOrThrow({ where: { caseNo } });
    await engine.start(input as unknown as Application);
    const findings = await eventually(
      async () => (await verify()).filter(({ subject }) => subject === caseNo),
      (found) => found.some(({ kind }) => kind === 'historyBroken'),
    );
    expect(kinds(findings)).toContain('historyBroken');
  });

  const engineCommand = async (command: string, caseNo: string, ...more: string[]) =>
    await promisify(execFile)(process.env.ZHIBAO_TEST_TEMPORAL!, [
      ...['workflow', ...command.split(' '), '--workflow-id', caseNo, ...more],
      ...['--address', county.env.address, '--namespace', 'default'],
    ]);

  /** Acts as somebody does who sits at the engine's machine. */
  const throughCommandLine = () =>
    new (class extends RunningCases {
      override async act(...[caseNo, , act]: Parameters<RunningCases['act']>): Promise<void> {
        await engineCommand('update execute', caseNo, '--name', 'act', '--input', JSON.stringify(act));
      }
    })(county.env.client);
});

/** An event with another amount in its payloads, sealed again. */
async function withAmount(
  codec: ProvedCounty['sealing']['codec'],
  event: string,
  before: number,
  amount: number,
): Promise<string> {
  const opened = canonical(await openJson(codec, JSON.parse(event)));
  const payloads = [...opened.matchAll(/"data":"([^"]+)"/g)].map(([, data]) => Buffer.from(data!, 'base64').toString());
  if (!payloads.some((text) => text.includes(String(before)))) return event;
  return opened.replaceAll(/"data":"([^"]+)"/g, (_, data: string) => {
    const text = Buffer.from(data, 'base64').toString().replaceAll(String(before), String(amount));
    return `"data":"${Buffer.from(text).toString('base64')}"`;
  });
}
