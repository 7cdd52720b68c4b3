import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newDraft, photo } from '../api/support/drafts.js';
import { household } from '../api/support/people.js';
import { Visitor } from '../api/support/visitor.js';
import { startApi } from './api-process.js';

const HALF_A_MEGABYTE = 1024;

describe('while the disk is full', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let api: Awaited<ReturnType<typeof startApi>>;
  const home = mkdtempSync(path.join(tmpdir(), 'zhibao-full-'));
  beforeAll(async () => {
    county = await openCounty(noBank);
    api = await startApi({ databaseUrl: county.database.url, home, fileBlocks: HALF_A_MEGABYTE });
  });
  afterAll(async () => {
    await api?.stop();
    await county?.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('a paper that cannot be kept is refused with what to do, no half of it stays, and the next one is taken', async () => {
    const where = { ...county, visitor: () => new Visitor(api.url) };
    const [householdId] = await ordinaryHouseholds(county.db, 1);
    const owner = await household(where, householdId!);
    const papers = `/api/applications/${await newDraft(owner)}/papers`;
    const large = Buffer.concat([photo(), Buffer.alloc(2 * 1024 * 1024)]);

    const { status, body } = await owner.upload(papers, { kind: 'other' }, large);
    expect([status, body.code]).toEqual([507, 'STORAGE_FULL']);
    expect(readdirSync(path.join(home, 'papers/incoming'))).toEqual([]);
    expect((await owner.upload(papers, { kind: 'other' }, photo())).status).toBe(201);
  });
});
