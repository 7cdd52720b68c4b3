import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { expect } from '@jest/globals';
import { pathOf } from '../../../api/papers/store.js';
import type { BundleState } from '../../../domain/rules/bundle-states.js';
import type { ApiAlone } from './api.js';
import { photo } from './drafts.js';
import { household } from './people.js';

/** Begins an application with a paper that is never submitted; where the paper's bytes lie. */
export async function draftsWithPaper(api: ApiAlone, householdId: string): Promise<string> {
  const visitor = await household(api, householdId);
  const { body } = await visitor.post('/api/applications', { programmeCode: 'beekeeping' });
  const papers = `/api/applications/${body.id}/papers`;
  expect((await visitor.upload(papers, { kind: 'purchaseReceipt' }, photo())).status).toBe(201);
  const { sha256 } = await api.db.paper.findFirstOrThrow({ where: { applicationId: body.id } });
  const stored = pathOf(api.home, sha256);
  expect(existsSync(stored)).toBe(true);
  return stored;
}

/** A bundle in which a household is listed. */
export async function bundleOf({ db }: ApiAlone, householdId: string, state: BundleState): Promise<string> {
  const no = `339901-2026-K${randomUUID()}`;
  const what = {
    programmeCode: 'beekeeping',
    countyCode: '339901',
    areaCode: '339901100201',
    officialId: 'yl-checker-1',
  };
  await db.bundle.create({ data: { no, route: 'bundled', state, ...what } });
  const draft = { householdId, programmeCode: 'beekeeping', body: { quantity: 10 } };
  const { id } = await db.applicationDraft.create({ data: draft });
  const row = { bundleNo: no, position: 1, applicationId: id, consentedOn: '2026-11-01', findings: [] };
  await db.bundleRow.create({ data: row });
  return no;
}

/** What is left of a household's drafts that became no case. */
export const draftsLeft = ({ db }: ApiAlone, householdId: string) =>
  db.applicationDraft.findMany({
    where: { householdId, caseNo: null },
    select: { body: true, papers: true, bundleRow: { select: { bundleNo: true } } },
    orderBy: { id: 'asc' },
  });
