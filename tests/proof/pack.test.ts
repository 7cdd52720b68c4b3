import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packOf } from '../../api/evidence/pack-of.js';
import { verifyPack } from '../../cli/verify/verify-pack.js';
import { readPack } from '../../proof/pack.js';
import { signerFrom } from '../../proof/signing-key.js';
import { tar, untar } from '../../proof/tar.js';
import { readHead, signHead } from '../../proof/tree-head.js';
import { workflowBundle } from '../support/servers.js';
import { returnedFinding } from './support/desk-acts.js';
import { kinds, Tampered } from './support/tampered.js';

describe('The evidence pack of a case', () => {
  let tampered: Tampered;
  let pack: Buffer;
  beforeAll(async () => {
    tampered = await Tampered.open();
    const { county, cases, paid } = tampered;
    await cases.submitted();
    await county.seal();
    await county.head();
    const { db, keyring, sealing } = county;
    // What is said after the head is no part of the pack.
    const { id } = await db.auditFinding.findFirstOrThrow({ where: { caseNo: paid } });
    await returnedFinding(county, id);
    pack = await packOf({ db, keyring, codec: sealing.codec, client: sealing.client, home: cases.home }, paid);
  }, 240_000);
  afterAll(async () => await tampered?.close());

  const verify = async (bytes: Buffer, kept = [tampered.kept]) =>
    await verifyPack(readPack(bytes), kept, workflowBundle());
  const files = () => untar(gunzipSync(pack)).map(({ name, content }) => ({ name, content: Buffer.from(content) }));
  /** The pack with one of its files changed. */
  const changed = (which: RegExp, change: (text: string) => string): Buffer =>
    gzipSync(
      tar(
        files().map(({ name, content }) => ({
          name,
          content: which.test(name) ? Buffer.from(change(content.toString('utf8'))) : content,
        })),
      ),
    );

  test('verifies without the system and its keys, also against a head that was kept before', async () => {
    expect(readHead(readPack(pack).note)!.size).toBeGreaterThan(readHead(tampered.kept)!.size);
    expect(await verify(pack)).toEqual([]);
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
