import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeOfficial, enterOfficial } from '../../api/acting/staff.js';
import type { LeafOf } from '../../domain/schemas/leaf.js';
import type { Tx } from '../../prisma/client.js';
import { lastLogged, log } from '../../prisma/log-entries.js';
import { logRegister } from '../../prisma/log-register.js';
import { packOf } from '../../api/evidence/pack-of.js';
import { officialLeaf } from '../../prisma/register-now.js';
import { canonical } from '../../proof/canonical.js';
import { registerSigner } from '../../proof/signed-register.js';
import { signerFrom } from '../../proof/signing-key.js';
import { untar } from '../../proof/tar.js';
import { officialWho } from './support/desk-acts.js';
import type { ProvedCounty } from './support/proved-county.js';
import { kinds, Tampered } from './support/tampered.js';

/** Who did the initial check of the case that was paid. */
const ID = 'yl-checker-2';

/** The story in a pack. */
const storyOf = (pack: Buffer): string =>
  untar(gunzipSync(pack))
    .find(({ name }) => name === 'story.txt')!
    .content.toString('utf8');

describe('Whoever has full rights over the database, and wants another register of officials', () => {
  let tampered: Tampered;
  let county: ProvedCounty;
  let checker: LeafOf<'official'>;
  beforeAll(async () => {
    tampered = await Tampered.open();
    ({ county } = tampered);
    checker = officialLeaf(await county.db.official.findUniqueOrThrow({ where: { id: ID } }));
  }, 240_000);
  afterAll(async () => await tampered?.close());
  const inLog = (change: (tx: Tx) => Promise<unknown>) => tampered.after(change, (tx) => tampered.verifyLog(tx));
  const otherKey = registerSigner(signerFrom(Buffer.alloc(32, 9)));

  test('changes a name or a role silently: no minute, and no appointment of somebody else, makes it true', async () => {
    const { db } = county;
    const where = { id: ID };
    await db.official.update({ where, data: { name: '张三', roles: ['countyApprover'] } });
    await county.seal();
    const who = await officialWho(county, 'yl-admin');
    const post = { name: '初任', officeId: checker.officeId, area: checker.areaCode, roles: ['inspector' as const] };
    const other = await enterOfficial(county, who, { login: 'yl-inspector-9', ...post }, false);
    await changeOfficial(county, who, other, { ...post, name: '改名', active: true });
    await county.seal();
    expect(await tampered.verifyLog(db)).toEqual([
      {
        ...{ kind: 'registerDiffers', subject: ID, at: checker.name },
        proved: `名称 name ${checker.name}；岗位 roles 县级初核 County checker`,
        found: '名称 name 张三；岗位 roles 县级审批 County approver',
      },
    ]);
    await db.official.update({ where, data: { name: checker.name, roles: checker.roles } });
    expect(await tampered.verifyLog(db)).toEqual([]);
  });

  test('writes somebody into the register, or takes somebody out of it', async () => {
    const row = await county.db.official.findUniqueOrThrow({ where: { id: ID } });
    const added = { ...row, id: 'yl-nobody', login: 'yl-nobody', name: '李四' };
    expect(await inLog((tx) => tx.official.create({ data: added }))).toMatchObject([
      { kind: 'registerDiffers', subject: 'yl-nobody', proved: '—', found: expect.stringContaining('李四') },
    ]);
    expect(await inLog((tx) => tx.official.delete({ where: { id: ID } }))).toMatchObject([
      { kind: 'registerDiffers', subject: ID, proved: expect.stringContaining(checker.name), found: '—' },
    ]);
  });

  test('writes the leaf too, unsigned or signed with a key of his own, or an older one once more', async () => {
    const promoted = { ...checker, roles: ['countyApprover' as const] };
    const first = (await lastLogged(county.db, 'official', ID))!;
    const as = (leaf: LeafOf<'official'>, more: (tx: Tx) => Promise<unknown>) =>
      inLog(async (tx) => {
        await tx.official.update({ where: { id: ID }, data: { roles: leaf.roles } });
        await more(tx);
      });
    const unsigned = await as(promoted, (tx) => log(tx, promoted));
    expect(kinds(unsigned)).toEqual(['registerForged', 'registerDiffers']);
    expect(unsigned[0]).toMatchObject({ subject: ID, found: expect.stringContaining('县级审批 County approver') });
    const signed = await as(promoted, (tx) => logRegister(tx, otherKey, [promoted]));
    expect(kinds(signed)).toEqual(['registerForged', 'registerDiffers']);
    const ours = registerSigner(signerFrom(county.keyring.signingSeed('acts')));
    const again = await as(checker, async (tx) => {
      await logRegister(tx, ours, [promoted]);
      await log(tx, first);
    });
    expect(kinds(again)).toEqual(['registerForged', 'registerDiffers']);
  });

  test('lets somebody act in a role that he had not any more, or not yet: whoever acted is held against his time', async () => {
    const ours = registerSigner(signerFrom(county.keyring.signingSeed('acts')));
    const entry = await county.db.logEntry.findFirstOrThrow({
      where: { kind: 'official', subject: ID },
      orderBy: { id: 'asc' },
    });
    const as = (roles: LeafOf<'official'>['roles'], minutes: number) => {
      const at = new Date(Date.now() + minutes * 60_000).toISOString();
      return canonical(ours({ ...checker, roles, at }));
    };
    const cases = (change: (tx: Tx) => Promise<unknown>) =>
      tampered.after(change, (tx) => tampered.verifyCases([tampered.paid], tx));
    const add = (tx: Tx, leaf: string) => tx.logEntry.create({ data: { kind: 'official', subject: ID, leaf } });
    const takenAway = await cases(async (tx) => {
      await tx.logEntry.update({ where: { id: entry.id }, data: { leaf: as(checker.roles, -120) } });
      await add(tx, as(['inspector'], -60));
    });
    expect(takenAway).toMatchObject([{ kind: 'actorUnknown', proved: expect.stringContaining('验收人员') }]);
    const appointedLater = await cases(async (tx) => {
      await tx.logEntry.update({ where: { id: entry.id }, data: { leaf: as(['inspector'], -61) } });
      await add(tx, as(checker.roles, 60));
    });
    expect(kinds(appointedLater)).toEqual(['actorUnknown']);
  });

  test('is told by the name that somebody had then, whatever he is called later', async () => {
    const { db, keyring } = county;
    const { officeId, areaCode: area, roles } = checker;
    const post = { officeId, area, roles, active: true };
    const sources = {
      db,
      keyring,
      codec: county.sealing.codec,
      client: county.sealing.client,
      home: tampered.cases.home,
    };
    await changeOfficial(county, await officialWho(county, 'yl-admin'), ID, { ...post, name: '改名' });
    const story = storyOf(await packOf(sources, tampered.paid));
    expect(story).toContain(checker.name);
    expect(story).not.toContain('改名');
  });
});
