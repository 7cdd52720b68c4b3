import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256 } from '../../platform/digest.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { changedAccount, shareAccount, signedByTwo } from './support/audited.js';
import { orderedCase } from './support/ordered-case.js';
import { official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

describe('An auditor, who changes nothing', () => {
  let api: ApiAlone;
  let auditor: Visitor;
  let households: string[];
  const cases: string[] = [];
  beforeAll(async () => {
    api = await openApiAlone();
    auditor = await official(api, 'yl-auditor-1');
    households = await ordinaryHouseholds(api.db, 7);
    await changedAccount(api, households[0]!);
    for (const householdId of households)
      cases.push(await orderedCase(api, { householdId, state: 'checked', amountFen: 70_000 }));
  });
  afterAll(() => api?.close());

  const read = async (path: string) => {
    const { status, body } = await auditor.get(path);
    expect(status).toBe(200);
    return body;
  };

  test('counts over the cases of his area, and is led to the cases behind each figure', async () => {
    await api.db.case.update({ where: { caseNo: cases[1]! }, data: { quantity: 1 } });
    const late = { one: 'yl-checker-1', other: 'yl-checker-2', at: '2026-03-02T02:00:00Z' };
    for (const caseNo of cases.slice(0, 6)) await signedByTwo(api, caseNo, late);
    const { cases: all, figures } = await read('/api/audit/statistics?area=339901&year=2026');
    const { count } = { count: await api.db.case.count({ where: { areaCode: { startsWith: '339901' } } }) };
    expect(all).toBe(count);
    const groupsOf = (code: string) =>
      figures.find((one: { figure: { code: string } }) => one.figure.code === code).groups;
    expect(groupsOf('amended')).toMatchObject([{ key: { code: 'lowered', zh: '核减' }, cases: 1 }]);
    expect(groupsOf('accountChanges')).toMatchObject([
      { key: { code: 'changed' }, cases: 1, most: expect.closeTo(1, 0) },
    ]);
    expect(groupsOf('decisions')).toContainEqual(
      expect.objectContaining({ key: expect.objectContaining({ code: 'yl-checker-1' }), cases: 6, total: 6 }),
    );
    const lowered = await read('/api/audit/statistics/amended?key=lowered');
    expect(lowered.items).toMatchObject([{ caseNo: cases[1], value: expect.any(Number) }]);
    const first = await read('/api/audit/statistics/decisions?key=yl-checker-1&limit=4');
    const rest = await read(`/api/audit/statistics/decisions?key=yl-checker-1&limit=4&cursor=${first.next}`);
    const numbers = [...first.items, ...rest.items].map(({ caseNo }: { caseNo: string }) => caseNo);
    expect(numbers).toEqual(cases.slice(0, 6).toSorted().toReversed());
    expect(rest.next).toBeNull();
    expect((await auditor.get('/api/audit/statistics/decisions?key=x&cursor=x')).body.code).toBe('INVALID_INPUT');
    expect((await auditor.get('/api/audit/statistics?area=330101')).body.code).toBe('OUT_OF_AREA');
  });

  test('draws by a seed that was published: whoever draws again has the same cases', async () => {
    expect((await auditor.get('/api/audit/sample')).body.code).toBe('NO_HEAD_YET');
    const { items, from } = await read('/api/audit/sample?seed=2026-03&size=3');
    const draw = (caseNo: string) => sha256(`2026-03/${caseNo}`);
    const all = (await api.db.case.findMany()).map(({ caseNo }) => caseNo);
    expect(from).toBe(all.length);
    expect(items.map(({ caseNo }: { caseNo: string }) => caseNo)).toEqual(
      all.toSorted((one, other) => (draw(one) < draw(other) ? -1 : 1)).slice(0, 3),
    );
    const poultry = await orderedCase(api, { householdId: households[1]!, state: 'checked', programmeCode: 'poultry' });
    const strata = await read('/api/audit/sample?method=stratified&by=programme&seed=x&size=2');
    expect(strata.items).toContainEqual(
      expect.objectContaining({ caseNo: poultry, stratum: expect.objectContaining({ code: 'poultry' }) }),
    );
    expect(new Set(strata.items.map(({ stratum }: { stratum: { code: string } }) => stratum.code)).size).toBe(2);
  });

  test('is told of each risk why it is one', async () => {
    await shareAccount(api, households[2]!, households[3]!);
    await api.db.kinship.create({
      data: { householdId: households[4]!, officialId: 'yl-checker-1', relation: '兄弟', villageCommittee: false },
    });
    const row = await api.db.case.findUniqueOrThrow({ where: { caseNo: cases[5]! } });
    const input = { ...(row.input as object), thirdSignatureAboveFen: Number(row.amountFen) + 1 };
    await api.db.case.update({ where: { caseNo: cases[5]! }, data: { input } });
    await signedByTwo(api, cases[6]!, { one: 'yl-approver-1', other: 'yl-approver-2', at: '2026-03-02T14:05:00Z' });
    const { items } = await read('/api/audit/sample?method=risk&seed=x&size=100');
    const why = (caseNo: string) =>
      items
        .find((one: { caseNo: string }) => one.caseNo === caseNo)
        ?.flags.map((one: { flag: { code: string }; why: { zh: string } }) => `${one.flag.code} ${one.why.zh}`)
        .join('；');
    expect(why(cases[2]!)).toContain('sharedAccount 收款账户另有1户');
    expect(why(cases[4]!)).toContain('relatives 该户有1名工作人员');
    expect(why(cases[5]!)).toContain('belowLimit 金额');
    expect(why(cases[6]!)).toContain('afterHours 有1次在8点前、18点后或非工作日办理，首次2026-03-02 22:05');
    expect(why(cases[0]!)).toMatch(/samePair .+双人核查的6件中有6件与.+搭档/);
    const shared = await read('/api/audit/sample?method=risk&flag=sharedAccount&seed=x');
    expect(shared.items.map(({ caseNo }: { caseNo: string }) => caseNo)).toEqual(
      expect.arrayContaining([cases[2], cases[3]]),
    );
  });

  test('raises a finding: the office answers it, and he alone closes it', async () => {
    const [caseNo] = cases;
    const { items: offices } = await read(`/api/audit/cases/${caseNo}/offices`);
    const { officeId } = await api.db.official.findUniqueOrThrow({ where: { id: 'yl-checker-1' } });
    expect(offices).toContainEqual(expect.objectContaining({ id: officeId }));
    const findings = `/api/audit/cases/${caseNo}/findings`;
    const raised = { officeId, dueOn: '2026-04-01', words: '初核时未核对账户' };
    expect((await auditor.post(findings, { ...raised, officeId: 'nowhere' })).body.errors[0].field).toBe('officeId');
    const { status, body } = await auditor.post(findings, raised, { key: 'finding-once-1' });
    expect([status, body.state.code, body.overdue]).toEqual([201, 'open', true]);
    expect((await auditor.post(findings, raised, { key: 'finding-once-1' })).body.id).toBe(body.id);
    const path = `/api/findings/${body.id}`;

    const checker = await official(api, 'yl-checker-1');
    const elsewhere = await official(api, 'yl-finance-1');
    expect((await checker.get('/api/findings?awaited=true')).body.items).toMatchObject([{ id: body.id }]);
    expect((await elsewhere.get('/api/findings')).body.items).toEqual([]);
    expect((await elsewhere.get(path)).body.code).toBe('NOT_FOUND');
    expect((await elsewhere.post(`${path}/answer`, { words: '无' })).body.code).toBe('NOT_FOUND');
    expect((await auditor.post(`${path}/return`, { words: '请补充' })).body.code).toBe('FINDING_MOVED');
    expect((await checker.post(`${path}/answer`, { words: '已核对' })).body.state.code).toBe('answered');
    expect((await checker.post(`${path}/answer`, { words: '再答' })).body.code).toBe('FINDING_MOVED');
    expect((await checker.post(`${path}/close`, { words: '销号' })).body.code).toBe('NOT_ALLOWED');
    expect((await read('/api/findings?awaited=true')).items).toMatchObject([{ id: body.id }]);
    expect((await auditor.post(`${path}/return`, { words: '请附凭证' })).body.state.code).toBe('open');
    await checker.post(`${path}/answer`, { words: '已附' });
    const closed = await auditor.post(`${path}/close`, { words: '同意' });
    expect(closed.body).toMatchObject({ state: { code: 'closed' }, overdue: false });
    expect(closed.body.entries.map(({ words }: { words: string }) => words)).toEqual([
      ...['初核时未核对账户', '已核对', '请附凭证', '已附', '同意'],
    ]);
    expect((await read(`/api/findings?caseNo=${caseNo}&state=closed`)).items).toHaveLength(1);
    const reads = await api.db.personalRead.findMany({ where: { roles: { has: 'auditor' }, subject: caseNo! } });
    expect(new Set(reads.map(({ why }) => why))).toContain('GET /api/findings');
    await expect(api.db.auditFindingAct.deleteMany()).rejects.toThrow();
  });
});
