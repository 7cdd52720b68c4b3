import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { MOST_ROWS } from '../../domain/schemas/bundle.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { CONSENTED, enter, givePapers, newBundle, registerNosOf } from './support/bundles.js';
import { PROGRAMME } from './support/drafts.js';
import { helperIn } from './support/helpers.js';
import { official, phoneOf, signedInByPhone } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const TODAY = shanghaiDate(Date.now());
const HEADER = '户编号,数量,实施内容,授权日期,承诺后补材料';

describe('A bundle that is drawn up', () => {
  let api: ApiAlone;
  let clerk: Visitor;
  let households: string[];
  let registerNos: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    clerk = await official(api, 'yl-339901100-clerk-1');
    households = await ordinaryHouseholds(api.db, 12);
    registerNos = await registerNosOf(api, households);
  });
  afterAll(() => api?.close());

  const upload = (no: string, table: Buffer) => clerk.upload(`/api/bundles/${no}/table`, {}, table);
  const rowsOf = async (no: string) => (await clerk.get(`/api/bundles/${no}/rows?limit=100`)).body.items;

  test('keeps what was typed, household by household; named again, one is changed', async () => {
    const no = await newBundle(clerk);
    expect((await enter(clerk, no, registerNos.slice(0, 3))).body).toEqual({ saved: 3, rejected: 0, rejections: [] });
    await enter(clerk, no, [registerNos[1]!], 12);
    const rows = await rowsOf(no);
    expect(rows.map(({ registerNo, quantity }: Record<string, unknown>) => [registerNo, quantity])).toEqual([
      [registerNos[0], 10],
      [registerNos[1], 12],
      [registerNos[2], 10],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ position: 1, consentedOn: CONSENTED, caseNo: null, stage: null, state: { code: 'listed' } },
      applicant: expect.stringMatching(/^\p{Script=Han}\*+$/u),
    });
    expect((await clerk.delete(`/api/bundles/${no}/rows/2`)).status).toBe(204);
    expect((await rowsOf(no)).map(({ position }: { position: number }) => position)).toEqual([1, 3]);
  });

  test('takes a table, CSV or Excel, keeps its good rows and tells the bad ones by line in both languages', async () => {
    const no = await newBundle(clerk);
    const csv = [
      ...[HEADER, `${registerNos[0]},10,养蜂,2026-03-01,`, `${registerNos[1]},很多,养蜂,2026-03-01,`],
      ...[`查无此户,10,养蜂,2026/3/1,`, `${registerNos[2]},10,养蜂,${TODAY.slice(0, 3)}9-12-31,`],
      ...[`${registerNos[3]},1.5,,2026年3月1日,`, `${registerNos[4]},8,,20260301,购蜂凭证不存在`],
    ].join('\n');
    const { status, body } = await upload(no, Buffer.from(csv));
    expect([status, body.saved, body.rejected]).toEqual([201, 1, 5]);
    expect(body.rejections.map(({ line }: { line: number }) => line)).toEqual([3, 4, 5, 6, 7]);
    for (const { reason } of body.rejections)
      expect(reason).toEqual({ zh: expect.any(String), en: expect.any(String) });
    expect(body.rejections[0].reason.zh).toContain('数量');

    const workbook = new Excel.Workbook();
    const sheet = workbook.addWorksheet('农户');
    sheet.addRow(HEADER.split(','));
    for (const registerNo of registerNos.slice(4, 7)) sheet.addRow([registerNo, 9, '养蜂', '2026-03-01', '']);
    const excel = await upload(no, Buffer.from(await workbook.xlsx.writeBuffer()));
    expect([excel.status, excel.body.saved]).toEqual([201, 3]);
    expect(await rowsOf(no)).toHaveLength(4);

    const wrong = await upload(no, Buffer.from('姓名,电话\n张三,1'));
    expect([wrong.status, wrong.body.code, wrong.body.errors[0].zh]).toEqual([
      ...[415, 'UNREADABLE_TABLE', expect.stringContaining('缺少：户编号')],
    ]);
  });

  test('is handed in with the lists of signatures and every paper, and says household by household what is missing', async () => {
    const no = await newBundle(clerk);
    const submit = () => clerk.post(`/api/bundles/${no}/submission`);
    await enter(clerk, no, registerNos.slice(7, 9));
    expect((await submit()).body.code).toBe('CONSENT_MISSING');
    await givePapers(clerk, no);
    await enter(clerk, no, [registerNos[9]!]);
    const incomplete = await submit();
    expect([incomplete.status, incomplete.body.code]).toEqual([422, 'BUNDLE_INCOMPLETE']);
    expect(incomplete.body.errors).toEqual([
      { field: 'rows.3.papers.purchaseReceipt', zh: expect.stringContaining('第3户'), en: expect.any(String) },
    ]);
    await givePapers(clerk, no);
    const { status, body } = await submit();
    expect([status, body.state.code]).toEqual([201, 'filing']);
    expect((await submit()).body.code).toBe('BUNDLE_MOVED');
    expect((await enter(clerk, no, [registerNos[10]!])).body.code).toBe('BUNDLE_MOVED');
  });

  test('is the business of those who file it: households cannot change what the bundle says of them', async () => {
    const no = await newBundle(clerk);
    await enter(clerk, no, [registerNos[10]!]);
    const [{ applicationId }] = await rowsOf(no);
    const household = await signedInByPhone(api, await phoneOf(api, households[10]!));
    const saved = await household.patch(`/api/applications/${applicationId}`, { quantity: 99 });
    expect([saved.status, saved.body.code]).toEqual([409, 'IN_BUNDLE']);
    expect((await household.post(`/api/applications/${applicationId}/submission`)).body.code).toBe('IN_BUNDLE');
    expect((await household.get(`/api/bundles/${no}`)).status).toBe(403);

    const otherTownship = await official(api, 'yl-339901200-clerk-1');
    expect((await otherTownship.get(`/api/bundles/${no}`)).body.code).toBe('OUT_OF_AREA');
    const checker = await official(api, 'yl-checker-1');
    expect((await checker.get('/api/bundles')).body.items.map((item: { no: string }) => item.no)).not.toContain(no);
  });

  test('comes from a village, township or subdistrict; level by level only from a village', async () => {
    const tooHigh = await clerk.post('/api/bundles', { programmeCode: PROGRAMME, route: 'tiered' });
    expect([tooHigh.status, tooHigh.body.code]).toEqual([422, 'BUNDLE_AREA_UNFIT']);
    const { phone, registerNo, elsewhere } = await helperIn(api, '339901100201');
    const helper = await signedInByPhone(api, phone);
    const no = await newBundle(helper, 'tiered');
    const { body } = await enter(helper, no, [registerNo, elsewhere]);
    expect([body.saved, body.rejections]).toEqual([1, [{ line: 2, reason: expect.any(Object) }]]);
    expect((await clerk.get(`/api/bundles/${no}`)).body).toMatchObject({
      no,
      households: 1,
      state: { code: 'drafting' },
    });
    expect((await enter(clerk, no, [registerNo])).body.code).toBe('OUT_OF_AREA');
  });

  test('is of a programme whose cases go the way of a project', async () => {
    const { status, body } = await clerk.post('/api/bundles', { programmeCode: 'relocation', route: 'bundled' });
    expect([status, body.code]).toEqual([422, 'BUNDLE_NOT_POSSIBLE']);
  });

  test('has as many households as one form holds, and says so where one more is entered', async () => {
    const no = await newBundle(clerk);
    const rows = Array.from({ length: MOST_ROWS }, (_, index) => ({ id: crypto.randomUUID(), position: index + 1 }));
    const draft = { householdId: households[11]!, programmeCode: PROGRAMME };
    await api.db.applicationDraft.createMany({ data: rows.map(({ id }) => ({ id, ...draft })) });
    await api.db.bundleRow.createMany({
      data: rows.map(({ id, position }) => ({ applicationId: id, bundleNo: no, position, consentedOn: CONSENTED })),
    });
    expect((await enter(clerk, no, [registerNos[0]!])).body.code).toBe('BUNDLE_FULL');
    expect(await api.db.bundleRow.count({ where: { bundleNo: no } })).toBe(MOST_ROWS);
  });

  test('is refused where the county has closed its way', async () => {
    const admin = await official(api, 'yl-admin');
    const closing = { area: '339901', route: 'bundled', from: TODAY, open: false };
    expect((await admin.post('/api/application-routes', closing)).status).toBe(201);
    const refused = await clerk.post('/api/bundles', { programmeCode: PROGRAMME, route: 'bundled' });
    expect([refused.status, refused.body.code]).toEqual([409, 'ROUTE_CLOSED']);
    expect((await admin.post('/api/application-routes', { ...closing, open: true })).status).toBe(201);
  });

  test('is begun once, however often the same act is sent', async () => {
    const key = crypto.randomUUID();
    const begin = () => clerk.post('/api/bundles', { programmeCode: PROGRAMME, route: 'bundled' }, { key });
    const first = await begin();
    await api.db.idempotencyKey.updateMany({ where: { key }, data: { status: null, leaseUntil: new Date(0) } });
    expect((await begin()).body).toEqual(first.body);
  });
});
