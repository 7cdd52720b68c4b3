import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { newDraft, photo, submitted } from './support/drafts.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

describe('papers', () => {
  let api: ApiAlone;
  let owner: Visitor;
  let draft: string;
  let others: string[];
  const upload = (file?: Uint8Array, kind = 'other') =>
    owner.upload(`/api/applications/${draft}/papers`, { kind }, file);
  beforeAll(async () => {
    api = await openApiAlone();
    const [first, ...rest] = await ordinaryHouseholds(api.db, 5);
    others = rest;
    owner = await household(api, first!);
    draft = await newDraft(owner);
  });
  afterAll(() => api?.close());

  test('are kept under the SHA-256 of their bytes, and nothing of them is left elsewhere', async () => {
    const file = photo();
    const { status, body } = await upload(file);
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect(status).toBe(201);
    expect(body).toMatchObject({ sha256, contentType: 'image/png', bytes: file.length, name: { zh: '其他材料' } });
    expect(existsSync(path.join(api.home, 'papers', sha256.slice(0, 2), sha256))).toBe(true);
    expect(readdirSync(path.join(api.home, 'papers/incoming'))).toEqual([]);
  });

  test('come back as they were, to those who may see the case, and can run nothing', async () => {
    const file = photo();
    const { body } = await upload(file);
    const back = await owner.get(`/api/papers/${body.id}`);
    expect(back.status).toBe(200);
    expect(Buffer.compare(back.body, file)).toBe(0);
    expect(back.headers.get('content-type')).toBe('image/png');
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
    expect(back.headers.get('cache-control')).toContain('no-store');
  });

  test('of another household are not found, and an official of another area is told so', async () => {
    const applicant = await household(api, others[0]!);
    const { id } = await submitted(applicant);
    const { body } = await applicant.get(`/api/applications/${id}`);
    const paper = `/api/papers/${body.papers[0].id}`;
    expect((await owner.get(paper)).status).toBe(404);
    expect((await api.visitor().get(paper)).status).toBe(401);
    expect((await (await official(api, 'ca-checker-1')).get(paper)).body.code).toBe('OUT_OF_AREA');
    expect((await (await official(api, 'yl-checker-1')).get(paper)).status).toBe(200);
  });

  test('say where a photograph was taken, if its device told; nobody reads that in the database', async () => {
    const where = { latitude: '29.60412', longitude: '119.04218', accuracyMetres: '12.5' };
    const at = '2026-03-01T08:30:00.000Z';
    const papers = `/api/applications/${draft}/papers`;
    const { body } = await owner.upload(papers, { kind: 'other', ...where, takenAt: at }, photo());
    expect(body.taken).toEqual({ latitude: 29.60412, longitude: 119.04218, accuracyMetres: 12.5, at });
    expect((await upload(photo())).body.taken).toBeNull();
    const nowhere = await owner.upload(papers, { kind: 'other', ...where, latitude: '129' }, photo());
    expect([nowhere.status, nowhere.body.errors[0].field]).toEqual([400, 'latitude']);
    const { placeSealed } = await api.db.paper.findUniqueOrThrow({ where: { id: body.id } });
    expect(Buffer.from(placeSealed!).toString('latin1')).not.toContain('29.6');
  });

  test('are what their bytes are, whatever their name and header say', async () => {
    const html = await upload(Buffer.from('<html><script>alert(1)</script></html>'));
    expect([html.status, html.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA']);
    const program = await upload(
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...Array.from({ length: 64 }, () => 0)]),
    );
    expect(program.body.code).toBe('UNSUPPORTED_MEDIA');
    expect((await upload(Buffer.from('%PDF-1.7\n%…'))).body.contentType).toBe('application/pdf');
    expect(readdirSync(path.join(api.home, 'papers/incoming'))).toEqual([]);
  });

  test('are of a kind the programme knows, and not larger than 15 MB', async () => {
    expect((await upload(photo(), 'bribe')).body.errors[0].field).toBe('kind');
    expect((await upload()).body.errors[0].field).toBe('file');
    const large = await upload(Buffer.concat([photo(), Buffer.alloc(16 * 1024 * 1024)]));
    expect([large.status, large.body.code]).toEqual([413, 'TOO_LARGE']);
    expect(large.body.errors).toMatchObject([{ field: 'file', zh: expect.stringContaining('15 MB') }]);
    expect(readdirSync(path.join(api.home, 'papers/incoming'))).toEqual([]);
  });

  test('go on after a cut where they were: what came twice is there once, and nobody else goes on with it', async () => {
    const file = Buffer.concat([photo(), Buffer.alloc(1000, 7)]);
    const uploadId = randomUUID();
    const address = `/api/applications/${draft}/uploads/${uploadId}`;
    const papers = `/api/applications/${draft}/papers`;
    const half = Math.floor(file.length / 2);
    const send = async (offset: number, end?: number) =>
      (await owner.sendPart(address, offset, file.subarray(offset, end))).body.received;
    expect((await owner.upload(papers, { kind: 'other', uploadId })).body.errors[0].field).toBe('file');

    expect([await send(0, half), await send(0, half), await send(half + 1)]).toEqual([half, half, half]);
    expect((await owner.get(address)).body).toEqual({ received: half });
    const stranger = await household(api, others[3]!);
    expect((await stranger.sendPart(address, 0, file)).status).toBe(404);
    expect((await owner.sendPart(address, 15 * 1024 * 1024, file)).body.code).toBe('TOO_LARGE');
    expect(await send(half)).toBe(file.length);

    const key = randomUUID();
    const whole = await owner.upload(papers, { kind: 'other', uploadId }, undefined, { key });
    expect(whole.body).toMatchObject({ sha256: createHash('sha256').update(file).digest('hex'), bytes: file.length });
    expect((await owner.upload(papers, { kind: 'other', uploadId }, undefined, { key })).body).toEqual(whole.body);
    expect((await owner.get(address)).body).toEqual({ received: 0 });
    for (const folder of ['incoming', 'parts']) expect(readdirSync(path.join(api.home, 'papers', folder))).toEqual([]);
  });

  test('are taken out of a draft again by whose it is, and of nothing that was submitted', async () => {
    const { body: paper } = await upload(photo());
    const address = `/api/applications/${draft}/papers/${paper.id}`;
    expect((await (await household(api, others[1]!)).delete(address)).status).toBe(404);
    expect((await owner.delete(address)).status).toBe(204);
    expect((await owner.get(`/api/papers/${paper.id}`)).status).toBe(404);
    expect((await owner.delete(address)).status).toBe(404);

    const applicant = await household(api, others[2]!);
    const { id } = await submitted(applicant);
    const { body } = await applicant.get(`/api/applications/${id}`);
    const late = await applicant.delete(`/api/applications/${id}/papers/${body.papers[0].id}`);
    expect([late.status, late.body.code]).toEqual([409, 'ALREADY_SUBMITTED']);
  });

  test('are read from nobody who may not send them', async () => {
    const { status, body } = await api
      .visitor()
      .upload(`/api/applications/${draft}/papers`, { kind: 'other' }, photo());
    expect([status, body.code]).toEqual([401, 'NOT_SIGNED_IN']);
  });
});
