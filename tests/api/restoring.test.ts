import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { noteRestore } from '../../prisma/restore.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { completeDraft } from './support/drafts.js';
import { household } from './support/people.js';

describe('After a restore', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(noBank);
  });
  afterAll(async () => await api?.close());

  test('nothing is taken in before records and engine are compared, and no case is started before somebody signs', async () => {
    const [id] = await ordinaryHouseholds(api.db, 1);
    const visitor = await household(api, id!);
    const draft = await completeDraft(visitor);
    const submit = () => visitor.post(`/api/applications/${draft}/submission`);
    const restore = await noteRestore(api.db);
    const save = () => visitor.patch(`/api/applications/${draft}`, { registerConfirmed: true });
    const refused = await eventually(save, ({ status }) => status === 503);
    expect(refused.body.code).toBe('RESTORING');
    expect((await visitor.get(`/api/applications/${draft}`)).status).toBe(200);

    await api.db.restore.update({ where: { id: restore.id }, data: { comparedAt: new Date() } });
    await eventually(save, ({ status }) => status !== 503);
    const { status, body } = await submit();
    expect(status).toBe(201);
    const { caseNo } = body as { caseNo: string };
    const started = async () => (await api.db.case.findUniqueOrThrow({ where: { caseNo } })).startedAt;
    expect(await started()).toBeNull();
    await api.db.restore.update({ where: { id: restore.id }, data: { signedOffAt: new Date() } });
    await eventually(started, (at) => at !== null);
  });
});
