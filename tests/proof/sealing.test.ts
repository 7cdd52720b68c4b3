import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GrowingTree, leafHash } from '../../proof/merkle.js';
import { broken } from '../../proof/history-text.js';
import { unpackHistory } from '../../proof/sealed-history.js';
import { sha256 } from '../../proof/canonical.js';
import { isHeadSignedBy, readHead } from '../../proof/tree-head.js';
import { signerFrom } from '../../proof/signing-key.js';
import { openMessage } from '../../prisma/outbox.js';
import { allLogged } from '../../prisma/log-entries.js';
import { assertKeptLongEnough } from '../../activities/sealing/retention.js';
import { actAt } from '../activities/support/acting.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { openProvedCounty, type ProvedCounty } from './support/proved-county.js';
import { eventually } from '../support/eventually.js';

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
      () => db.task.count({ where: { caseNo, stage: 'initialCheck' } }),
      (count) => count === 1,
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

  test('in time: a worker does not start where the engine throws histories away within a day', async () => {
    const { client } = county.sealing;
    const keep = async (hours: number) =>
      await client.workflowService.updateNamespace({
        namespace: 'default',
        config: { workflowExecutionRetentionTtl: { seconds: (hours * 3600) as never } },
      });
    await keep(23);
    const refusal = assertKeptLongEnough(client, 'default');
    await expect(refusal).rejects.toThrow(/23 小时/);
    await expect(refusal).rejects.toThrow(/keeps ended histories for 23 hours/);
    await keep(24);
    await assertKeptLongEnough(client, 'default');
  });
});
