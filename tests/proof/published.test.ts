import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';
import { numberLeaves } from '../../activities/sealing/number-leaves.js';
import type { Sealing } from '../../activities/sealing/sealing.js';
import { signHead } from '../../activities/sealing/sign-head.js';
import { signerFrom } from '../../proof/signing-key.js';
import { headsIn, isHeadSignedBy, readHead, signHead as signNote } from '../../proof/tree-head.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { ORIGIN } from './support/proved-county.js';

const signer = signerFrom(Buffer.alloc(32, 1));
const head = { origin: ORIGIN, size: 5, root: 'ab'.repeat(32), at: Date.UTC(2026, 10, 28) };

describe('A signed head', () => {
  const note = signNote(head, signer);

  test('says what it says, and by whom it is signed', () => {
    expect(readHead(note)).toEqual(head);
    expect(isHeadSignedBy(note, signer.publicKey)).toBe(true);
    expect(isHeadSignedBy(note, signerFrom(Buffer.alloc(32, 2)).publicKey)).toBe(false);
    expect(isHeadSignedBy(note.replace('\n5\n', '\n6\n'), signer.publicKey)).toBe(false);
    expect(readHead('nothing')).toBeUndefined();
  });

  test('is found in whatever it was kept in, a mail with other lines or with the ends of lines of Windows', () => {
    const other = signNote({ ...head, size: 9 }, signer);
    const mail = `请保存本邮件。\n\n${note}\n--\n另一封 Another\n\n${other}`;
    expect(headsIn(mail)).toEqual([note, other]);
    expect(headsIn(mail.replaceAll('\n', '\r\n'))).toEqual([note, other]);
  });
});

describe('The heads of the log are published', () => {
  let api: ApiAlone;
  beforeAll(async () => {
    api = await openApiAlone();
  });
  afterAll(async () => await api?.close());

  test('on a page and in both kinds of feed, with the registers of officials and of payees and the keys in the log', async () => {
    const { db, keyring } = api;
    const sealing = { db, keyring, origin: ORIGIN } as Sealing;
    const read = async (path: string) => await (await fetch(api.url + path)).text();
    expect(await read('/log')).toContain('尚未签发');
    const registers = [db.official.count(), db.office.count(), db.payee.count()];
    const signingKeys = db.logEntry.count({ where: { kind: 'key' } });
    const counts = await Promise.all([...registers, signingKeys]);
    const logged = counts.reduce((sum, count) => sum + count, 0);
    expect(await numberLeaves(db, 100_000)).toBe(logged);
    await signHead(sealing);
    const { note } = await db.treeHead.findFirstOrThrow();
    expect(readHead(note)?.size).toBe(logged);

    expect(await read('/log')).toContain(note.split('\n')[2]);
    expect(await read(`/log/heads/${logged}`)).toBe(note);
    expect((await fetch(`${api.url}/log/heads/999999`)).status).toBe(404);
    const feed = await (await fetch(`${api.url}/log/feed.json`)).json();
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [{ content_text: note }] });
    const atom = await read('/log/feed.atom');
    const entry = new DOMParser().parseFromString(atom, 'text/xml').getElementsByTagName('content')[0];
    expect(entry!.textContent).toBe(note);
  });
});
