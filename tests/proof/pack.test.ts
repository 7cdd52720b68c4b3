import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packOf } from '../../api/evidence/pack-of.js';
import { changeOfficial, enterOfficial, renameOffice } from '../../api/acting/staff.js';
import { checkWholeLog } from '../../api/evidence/whole-log.js';
import { verifyPack } from '../../cli/verify/verify-pack.js';
import { sha256 } from '../../platform/digest.js';
import type { Tx } from '../../prisma/client.js';
import { householdKey } from '../../prisma/household.js';
import { sealColumn } from '../../prisma/sealed.js';
import { canonical } from '../../proof/canonical.js';
import { officialsSince, type Pack, readPack } from '../../proof/pack.js';
import { signerFrom } from '../../proof/signing-key.js';
import { tar, untar } from '../../proof/tar.js';
import { readHead, signHead } from '../../proof/tree-head.js';
import { workflowBundle } from '../support/servers.js';
import { officialWho, returnedFinding } from './support/desk-acts.js';
import { kinds, Tampered } from './support/tampered.js';

let tampered: Tampered;
let packed: (caseNo: string) => Promise<Buffer>;
let pack: Buffer;
/** Submitted before the head. */
let fresh: string;
beforeAll(async () => {
  tampered = await Tampered.open();
  const { county, cases, paid } = tampered;
  fresh = await cases.submitted();
  await county.seal();
  await county.head();
  const { db, keyring, sealing } = county;
  const { id } = await db.auditFinding.findFirstOrThrow({ where: { caseNo: paid } });
  await returnedFinding(county, id);
  packed = (caseNo) => packOf({ db, keyring, codec: sealing.codec, client: sealing.client, home: cases.home }, caseNo);
  pack = await packed(paid);
}, 240_000);
afterAll(async () => await tampered?.close());

describe('The evidence pack of a case', () => {
  const verify = async (bytes: Buffer, kept = [tampered.kept]) =>
    await verifyPack(readPack(bytes), kept, workflowBundle());
  const files = (of = pack) =>
    untar(gunzipSync(of)).map(({ name, content }) => ({ name, content: Buffer.from(content) }));
  /** The pack with one of its files changed. */
  const changed = (which: RegExp, change: (text: string) => string, of = pack): Buffer =>
    gzipSync(
      tar(
        files(of).map(({ name, content }) => ({
          name,
          content: which.test(name) ? Buffer.from(change(content.toString('utf8'))) : content,
        })),
      ),
    );

  test('verifies without the system and its keys, also against a head that was kept before', async () => {
    expect(readHead(readPack(pack).note)!.size).toBeGreaterThan(readHead(tampered.kept)!.size);
    expect(await verify(pack)).toEqual([]);
  });

  test('verifies of a case that runs, and names what is newer than its head: the log proves that by the next one', async () => {
    const { cases, running } = tampered;
    await cases.prepared(running);
    const bytes = await packed(running);
    expect(await verify(bytes)).toEqual([]);
    const { younger } = readPack(bytes);
    expect(younger.map((leaf) => (JSON.parse(leaf) as { kind: string }).kind)).toContain('ordered');
    expect(readPack(pack).younger.map((leaf) => JSON.parse(leaf))).toMatchObject([
      { kind: 'finding', act: 'returned' },
    ]);
  });

  test('takes an official who was appointed after its head for what he is: nowhere under a published head yet', async () => {
    const { cases, county } = tampered;
    const { officeId, areaCode: area } = await county.db.official.findUniqueOrThrow({ where: { id: 'yl-checker-1' } });
    const by = { id: 'yl-checker-9', role: 'countyChecker', officeId, areaCode: area } as const;
    const post = { name: '新任', officeId, area, roles: [by.role] };
    await enterOfficial(county, await officialWho(county, 'yl-admin'), { login: by.id, ...post }, false);
    await cases.act(fresh, 'initialCheck', 'pass', { by });
    await county.seal();
    const bytes = await packed(fresh);
    expect(await verify(bytes)).toEqual([]);
    expect(officialsSince(readPack(bytes))).toMatchObject([{ kind: 'official', id: by.id, name: '新任' }]);
    const proofs = (change: (pack: Pack) => Partial<Pack>, of: Buffer) =>
      changed(/^proofs/, (text) => JSON.stringify({ ...JSON.parse(text), ...change(JSON.parse(text) as Pack) }), of);
    const without = proofs(() => ({ register: [] }), bytes);
    expect(kinds(await verify(without))).toEqual(['actorUnknown']);
    // Whose act came before the head has to be proved by it.
    const { signatures } = readPack(pack).evidence;
    const { id: before } = signatures.find(({ act }) => act.stage === 'initialCheck')!.act.by;
    const isOf = ({ leaf }: { leaf: string }) => leaf.includes(`"id":"${before}"`);
    const later = proofs(({ leaves, note }) => {
      const register = leaves.filter(isOf).map(({ leaf }) => ({ index: null, leaf }));
      const head = { ...readHead(note)!, at: Date.now() + 600_000 };
      const signed = signHead(head, signerFrom(county.keyring.signingSeed('heads')));
      return { register, leaves: leaves.filter((one) => !isOf(one)), note: signed };
    }, pack);
    expect(kinds(await verify(later))).toEqual(['actorUnknown']);
  });

  test('is not needed for whoever was just appointed: his appointment is in the log with him, under no head yet', async () => {
    const { cases, county } = tampered;
    const { db, keyring } = county;
    const { officeId, areaCode: area } = await db.official.findUniqueOrThrow({ where: { id: 'yl-checker-1' } });
    const who = await officialWho(county, 'yl-admin');
    const caseNo = await cases.submitted();
    const post = { name: '初任', officeId, area, roles: ['countyChecker' as const] };
    const id = await enterOfficial(county, who, { login: 'yl-checker-8', ...post }, false);
    await cases.act(caseNo, 'initialCheck', 'pass', { by: { id, role: 'countyChecker', officeId, areaCode: area } });
    expect(await tampered.verifyCases([caseNo])).toEqual([]);
    const named = async () => (await checkWholeLog(db, keyring, [])).youngerOfficials;
    expect(await named()).toEqual(['新任（yl-checker-9）', '初任（yl-checker-8）']);
    await changeOfficial(county, who, id, { ...post, name: '改名', active: true });
    await renameOffice(county, officeId, '演练县扶贫办公室二');
    expect(await tampered.verifyLog(db)).toEqual([]);
    expect(await named()).toEqual(['新任（yl-checker-9）', '改名（yl-checker-8）']);
    await renameOffice(county, officeId, '演练县扶贫办公室');
  });

  test('lets nothing that is newer than its head stand in the place of what is proved', async () => {
    const order = readPack(pack).leaves.find(({ leaf }) => leaf.includes('"kind":"ordered"'))!.leaf;
    const other = order.replace(/"accountId":"[^"]*"/, '"accountId":"another"');
    const added = (text: string) => {
      const { evidence, ...proofs } = JSON.parse(text) as Pack;
      const payments = evidence.payments.map((row) => ({ ...row, accountId: 'another' }));
      const leaves = [{ index: null, leaf: other }, ...evidence.leaves];
      return JSON.stringify({ ...proofs, evidence: { ...evidence, payments, leaves } });
    };
    expect(kinds(await verify(changed(/^proofs/, added)))).toEqual(['payeeDiffers']);
  });

  test('tells the story of the case in Chinese, with the names of the sealed register, and how to check it', () => {
    const text = (name: string) =>
      files()
        .find((file) => file.name === name)!
        .content.toString();
    expect(text('story.txt')).toContain(tampered.paid);
    expect(text('story.txt')).toMatch(/县级初核：通过.*（演练县扶贫办公室）/);
    expect(text('story.txt')).toContain('补助已到账');
    expect(text('README.txt')).toContain('verify --pack');
    expect(JSON.parse(text('ledger.json'))).toContainEqual(expect.objectContaining({ kind: 'spent' }));
  });

  test('shows whatever is changed in it', async () => {
    const history = changed(/^histories\/[\d-]+\.ndjson$/, (text) => text.replace('"eventId":"5"', '"eventId":"6"'));
    expect(kinds(await verify(history))).toContain('sealUnopened');
    expect(kinds(await verify(changed(/^papers\//, () => 'another')))).toEqual(['paperAltered']);
    const amount = changed(/^proofs/, (text) => text.replace(/("row": \{[^}]*"amountFen": )\d+/, '$11'));
    expect(kinds(await verify(amount))).toEqual(['caseDiffers']);
    const finding = changed(/^proofs/, (text) => text.replace('"byId": "yl-auditor-1"', '"byId": "yl-checker-1"'));
    expect(kinds(await verify(finding))).toEqual(['auditFindingDiffers']);
    const leaf = changed(/^proofs/, (text) =>
      text.replaceAll('beekeeping', 'x').replaceAll(/\\"active\\":true/g, '\\"active\\":false'),
    );
    expect(kinds(await verify(leaf))).toContain('leafUnproved');
  });

  test('is nothing without its log: made anew over other leaves, it does not go on from the head that was kept', async () => {
    const { note, ...head } = { note: readPack(pack).note, ...readHead(readPack(pack).note)! };
    const forged = signHead({ ...head, root: '00'.repeat(32) }, signerFrom(Buffer.alloc(32, 5)));
    const bytes = changed(/^proofs/, (text) => text.replace(JSON.stringify(note), JSON.stringify(forged)));
    expect(kinds(await verify(bytes))).toEqual(expect.arrayContaining(['headForged', 'leafUnproved', 'headUnproved']));
    const stranger = signHead({ ...head, size: 3 }, signerFrom(Buffer.alloc(32, 5)));
    expect(kinds(await verify(pack, [stranger]))).toEqual(['headForged']);
  });
});

describe('Whoever has full rights over the database, at the desks of auditors and officials', () => {
  test('rewords a finding of an auditor or its answer, deletes one, adds one, or closes it', async () => {
    const { paid, county } = tampered;
    const { db, keyring } = county;
    const inCase = (change: (tx: Tx) => Promise<unknown>) =>
      tampered.after(change, (tx) => tampered.verifyCases([paid], tx));
    const { id, acts } = await db.auditFinding.findFirstOrThrow({
      where: { caseNo: paid },
      include: { acts: { orderBy: { at: 'asc' } } },
    });
    const [raised, answered] = acts;
    const { salt, householdId } = await db.words.findUniqueOrThrow({ where: { id: raised!.wordsId } });
    const textSealed = sealColumn(await householdKey(db, keyring, householdId!), 'wordsText', '没有问题');
    const where = { id: raised!.wordsId };
    const reworded = await inCase((tx) => tx.words.update({ where, data: { textSealed } }));
    expect(reworded).toMatchObject([{ kind: 'wordsAltered', subject: paid, at: where.id }]);
    const digest = sha256(salt + '没有问题');
    const withDigest = await inCase((tx) => tx.words.update({ where, data: { textSealed, sha256: digest } }));
    expect(withDigest).toMatchObject([
      { kind: 'auditFindingDiffers', subject: paid, at: `${id} raised wordsSha256`, found: digest },
    ]);
    const deleted = await inCase(async (tx) => {
      await tx.auditFindingAct.deleteMany({ where: { findingId: id } });
      await tx.auditFinding.delete({ where: { id } });
    });
    expect(deleted).toEqual([
      { kind: 'auditFindingMissing', subject: paid, at: `${id} raised`, proved: 'yl-auditor-1' },
      { kind: 'auditFindingMissing', subject: paid, at: `${id} answered`, proved: 'yl-checker-1' },
      { kind: 'auditFindingMissing', subject: paid, at: `${id} returned`, proved: 'yl-auditor-1' },
    ]);
    const data = { ...answered!, id: randomUUID(), kind: 'closed' as const, byId: 'yl-auditor-1' };
    const added = await inCase((tx) => tx.auditFindingAct.createMany({ data: [data] }));
    expect(added).toEqual([{ kind: 'auditFindingUnlogged', subject: paid, at: `${id} closed`, found: 'yl-auditor-1' }]);
    const closed = await inCase((tx) =>
      tx.auditFinding.update({ where: { id }, data: { state: 'closed', closedAt: new Date(), dueOn: '2099-12-31' } }),
    );
    expect(closed.map(({ kind, at, found }) => [kind, at, found])).toEqual([
      ['auditFindingDiffers', `${id} raised dueOn`, '2099-12-31'],
      ['auditFindingDiffers', `${id} answered dueOn`, '2099-12-31'],
      ['auditFindingDiffers', `${id} returned dueOn`, '2099-12-31'],
      ['auditFindingDiffers', `${id} state`, 'closed'],
    ]);
  });

  test('has what was said before it was logged in the log as well, as it stands', async () => {
    const where = { kind: { in: ['finding' as const, 'substitution' as const] } };
    const leaves = async (tx: Tx) =>
      (await tx.logEntry.findMany({ where, orderBy: { id: 'asc' } })).map((row) => {
        const { signature: _signature, ...said } = JSON.parse(row.leaf) as { signature?: unknown };
        return canonical(said);
      });
    const before = await leaves(tampered.county.db);
    const migration = readFileSync('prisma/migrations/20261129f00041_findings_logged_before/migration.sql', 'utf8');
    let again: string[] = [];
    await tampered.after(
      async (tx) => {
        await tx.logEntry.deleteMany({ where });
        for (const statement of migration.split(/;\n(?=\n|$)/)) {
          if (statement.trim()) await tx.$executeRawUnsafe(statement);
        }
        again = await leaves(tx);
      },
      () => Promise.resolve([]),
    );
    // Of the substitution that was ended there is its end alone.
    const named = before.findIndex((leaf) => leaf.includes('"endedAt":null'));
    expect(again.toSorted()).toEqual(before.toSpliced(named, 1).toSorted());
  });

  test('alters a substitution, takes back its end, deletes one, or adds one afterwards', async () => {
    const inLog = (change: (tx: Tx) => Promise<unknown>) => tampered.after(change, (tx) => tampered.verifyLog(tx));
    const [inForce, ended] = await tampered.county.db.substitution.findMany({ orderBy: { namedAt: 'desc' } });
    const where = { id: ended!.id };
    for (const data of [{ substituteId: 'yl-approver-1' }, { words: '病假' }, { endedAt: null, endedById: null }]) {
      const altered = await inLog((tx) => tx.substitution.update({ where, data }));
      expect(altered).toMatchObject([{ kind: 'substitutionDiffers', subject: ended!.id }]);
    }
    expect(await inLog((tx) => tx.substitution.delete({ where }))).toMatchObject([
      { kind: 'substitutionDiffers', subject: ended!.id, found: '—' },
    ]);
    const added = { ...inForce!, id: randomUUID(), absentId: 'yl-finance-1' };
    expect(await inLog((tx) => tx.substitution.createMany({ data: [added] }))).toMatchObject([
      { kind: 'substitutionUnlogged', subject: added.id, found: expect.stringContaining('yl-finance-1') },
    ]);
  });
});
