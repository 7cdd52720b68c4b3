import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import { record } from '../../activities/record/record.js';
import { noteOverdue } from '../../activities/sweeps/overdue.js';
import type { Stage } from '../../domain/rules/stages.js';
import type { RunningCases } from '../../platform/running-cases.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

interface Listed {
  readonly id: string;
  readonly caseNo: string;
  readonly dueAt: string | null;
}

const isBundle = ({ kind }: Listed & { readonly kind?: string }): boolean => kind === 'bundle';
/** Of the bundles among them. */
const lateOf = (items: (Listed & { readonly overdue?: boolean })[]): number =>
  items.filter((item) => isBundle(item) && item.overdue).length;

describe('the list of tasks', () => {
  let api: ApiAlone;
  let checker: Visitor;
  const cases: string[] = [];
  const owners: string[] = [];
  /** A case whose recorder says that it is at a stage. */
  async function caseAt(householdId: string, stage: Stage, programmeCode = 'beekeeping'): Promise<string> {
    const caseNo = await submit(api.db, { programmeCode, householdId });
    await record(api.world, caseNo, 'case', [{ seq: 1, at: Date.now(), kind: 'entered', stage }]);
    return caseNo;
  }
  const list = async (visitor: Visitor, query = '') => (await visitor.get(`/api/tasks${query}`)).body;
  const caseNos = (body: { items: Listed[] }) => body.items.map(({ caseNo }) => caseNo);
  beforeAll(async () => {
    api = await openApiAlone();
    owners.push(...(await ordinaryHouseholds(api.db, 14)));
    for (const id of owners.slice(0, 9)) cases.push(await caseAt(id, 'initialCheck'));
    for (const [index, caseNo] of cases.entries()) {
      // Two fall due at the same moment, two have no deadline, the first is overdue.
      const dueAt =
        index >= 7 ? null : new Date(Date.now() + (index === 0 ? -60_000 : Math.ceil(index / 2) * 3_600_000));
      // Opened long enough ago that the calendar gives no more time.
      const openedAt = new Date(Date.now() - 120_000 + index);
      await api.db.task.updateMany({ where: { caseNo }, data: { dueAt, openedAt } });
    }
    checker = await official(api, 'yl-checker-1');
  });
  afterAll(() => api?.close());

  test('is paged in the order of deadlines, those without one last, each task once', async () => {
    const seen: Listed[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: Listed[]; next: string | null } = await list(
        checker,
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(9);
    expect(seen).toHaveLength(9);
    const times = seen.map(({ dueAt }) => (dueAt === null ? Infinity : Date.parse(dueAt)));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(seen[0]!.caseNo).toBe(cases[0]);
  });

  test('may be in the order of opening', async () => {
    const first = await list(checker, '?sort=opened&limit=5');
    const rest = await list(checker, `?sort=opened&limit=5&cursor=${first.next}`);
    expect([...caseNos(first), ...caseNos(rest)]).toEqual(cases);
    expect(rest.next).toBeNull();
  });

  test('is filtered by what is mine, free, overdue, by stage, programme, township and case number; and counted', async () => {
    const { items } = await list(checker, `?text=${cases[3]!.slice(-8)}`);
    expect(items).toHaveLength(1);
    await checker.post(`/api/tasks/${items[0].id}/claim`);
    const other = await official(api, 'yl-checker-2');
    await other.post(`/api/tasks/${(await list(checker, `?text=${cases[4]}`)).items[0].id}/claim`);

    expect(caseNos(await list(checker, '?mine=true'))).toEqual([cases[3]]);
    expect((await list(checker, '?group=true')).items).toHaveLength(7);
    expect(caseNos(await list(checker, '?overdue=true'))).toEqual([cases[0]]);
    expect((await list(checker, '?overdue=false&limit=50')).items).toHaveLength(8);
    expect((await list(checker, '?stage=projectApproval')).items).toEqual([]);
    expect((await list(checker, '?programme=tea-garden')).items).toEqual([]);
    expect((await list(checker, '?township=339901200')).items).toEqual([]);
    expect((await list(checker, '?township=339901100&programme=beekeeping&limit=50')).items).toHaveLength(9);
    expect((await list(checker)).counts).toEqual({ mine: 1, group: 7, overdue: 1 });
  });

  test('shows the programme, the village and the amount, and nothing of the person', async () => {
    const { items } = await list(checker, '?limit=1');
    expect(items[0]).toMatchObject({
      stage: { code: 'initialCheck', zh: '县级初核' },
      role: { code: 'countyChecker' },
      programme: { code: 'beekeeping' },
      village: { name: expect.stringMatching(/村$/) },
      overdue: true,
    });
    expect(items[0].amountFen).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toMatch(/idNumber|phone|account/);
  });

  test('is of one’s own role and area; what is overdue goes to the supervisor too', async () => {
    expect((await list(await official(api, 'yl-approver-1'))).items).toEqual([]);
    expect((await list(await official(api, 'ca-checker-1'))).items).toEqual([]);
    expect((await list(await official(api, 'yl-auditor-1'))).items).toEqual([]);
    const supervisor = await official(api, 'yl-supervisor-1');
    expect((await list(supervisor)).items).toEqual([]);
    await noteOverdue({ db: api.db, keyring: api.keyring, cases: {} as RunningCases, bank: noBank }, 10);
    expect(caseNos(await list(supervisor))).toEqual([cases[0]]);
    const verified = await caseAt(owners[9]!, 'townshipVerification');
    expect(caseNos(await list(await official(api, 'yl-339901100-verifier-1')))).toEqual([verified]);
    expect((await list(await official(api, 'yl-339901200-verifier-1'))).items).toEqual([]);
  });

  test('of the area is the supervisor’s to see, by stage and person, and to give to somebody else who may do it', async () => {
    const supervisor = await official(api, 'yl-supervisor-1');
    const all = async (query: string) => (await supervisor.get(`/api/supervision/tasks${query}`)).body;
    const checks = await all('?stage=initialCheck&limit=100');
    expect(caseNos(checks).toSorted()).toEqual(cases.toSorted());
    expect(caseNos(await all('?official=yl-checker-1'))).toEqual([cases[3]]);
    expect(caseNos(await all('?overdue=true'))).toEqual([cases[0]]);
    const { id } = (await all('?official=yl-checker-1')).items[0];
    const fit = (await supervisor.get(`/api/officials?task=${id}`)).body.items.map((one: { id: string }) => one.id);
    expect(fit).toEqual(['yl-checker-1', 'yl-checker-2']);
    expect((await supervisor.post(`/api/tasks/${id}/assignment`, { officialId: 'yl-approver-1' })).status).toBe(400);
    const given = await supervisor.post(`/api/tasks/${id}/assignment`, { officialId: 'yl-checker-2' });
    expect(given.body.claimedBy.id).toBe('yl-checker-2');
    const { stages } = (await supervisor.get('/api/workload')).body;
    expect(stages[0]).toMatchObject({ stage: { code: 'initialCheck' }, overdue: 1, bottleneck: true });
    expect((await checker.get('/api/supervision/tasks')).body.code).toBe('NOT_ALLOWED');
  });

  test('is exported with the people and the money, each on a sheet of its own', async () => {
    const supervisor = await official(api, 'yl-supervisor-1');
    const { items } = (await supervisor.get('/api/supervision/money')).body;
    expect(items.length).toBeGreaterThan(0);
    const { allocated, reserved, committed, spent, available } = items[0].figures;
    expect(allocated.fen).toBe(reserved.fen + committed.fen + spent.fen + available.fen);
    const { status, body } = await supervisor.get('/api/supervision/report');
    expect(status).toBe(200);
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(body);
    expect(workbook.worksheets.map(({ rowCount }) => rowCount > 1)).toEqual([true, true, true]);
    expect(workbook.worksheets[0]!.getRow(2).getCell(1).value).toBe('县级初核');
  });

  test('of an absent official is his substitute’s too, on those days and within his area, and nobody else’s', async () => {
    const approver = await official(api, 'yl-approver-2');
    const before = (await list(approver, '?limit=50')).items.length;
    const today = shanghaiDate(Date.now());
    const name = (body: object) => checker.post('/api/substitutions', { fromDay: today, words: '培训', ...body });
    const colleagues = (await checker.get('/api/substitutions/colleagues?limit=50')).body.items;
    expect(colleagues.map((one: { id: string }) => one.id)).not.toContain('yl-finance-1');
    const refused = async (body: object) => (await name({ untilDay: today, ...body })).body.errors[0].field;
    expect(await refused({ substituteId: 'yl-finance-1' })).toBe('substituteId');
    expect(await refused({ substituteId: 'yl-checker-1' })).toBe('substituteId');
    expect(await refused({ substituteId: 'yl-approver-2', fromDay: '2020-01-01', untilDay: '2020-01-02' })).toBe(
      'untilDay',
    );
    expect((await name({ absentId: 'yl-checker-2', substituteId: 'yl-approver-2', untilDay: today })).status).toBe(404);
    const { status, body } = await name({ substituteId: 'yl-approver-2', untilDay: today });
    expect([status, body.state.code]).toEqual([201, 'inForce']);
    expect(await refused({ substituteId: 'yl-approver-1' })).toBe('fromDay');
    const seen = (await list(approver, '?limit=50')).items;
    expect(seen.length).toBe(before + cases.length);
    const { id } = seen.find((task: Listed) => task.caseNo === cases[5]);
    expect((await checker.post(`/api/tasks/${id}/claim`)).status).toBe(200);
    const detail = (await approver.get(`/api/tasks/${id}`)).body;
    expect([detail.obstacle, detail.inAbsenceOf]).toEqual([null, body.absent.name]);
    // What the absent one had claimed his substitute may do.
    expect((await approver.post(`/api/tasks/${id}/claim`)).body.claimedBy.id).toBe('yl-approver-2');
    expect((await approver.post(`/api/substitutions/${body.id}/end`)).body.state.code).toBe('ended');
    expect((await list(approver, '?limit=50')).items).toHaveLength(before);
    expect((await approver.post(`/api/tasks/${id}/release`)).body.code).toBe('NOT_AWAITED');
    const { items } = (await (await official(api, 'yl-supervisor-1')).get('/api/substitutions')).body;
    expect(items).toMatchObject([{ id: body.id, words: '培训', endedBy: { name: expect.any(String) } }]);
  });

  test('of a household is what its own cases await from it', async () => {
    const caseNo = await caseAt(owners[10]!, 'projectWork');
    await caseAt(owners[11]!, 'projectWork');
    const visitor = await household(api, owners[10]!);
    const body = await list(visitor);
    expect(caseNos(body)).toEqual([caseNo]);
    expect((await visitor.get(`/api/tasks/${body.items[0].id}`)).body.code).toBe('NOT_ALLOWED');
  });

  test('goes on from a cursor of its own only, and knows no other filters', async () => {
    const { status, body } = await checker.get('/api/tasks?cursor=nonsense');
    expect([status, body.errors[0].field]).toEqual([400, 'cursor']);
    const unknown = await checker.get('/api/tasks?colour=red&limit=1000');
    expect(unknown.body.errors.map(({ field }: { field: string }) => field)).toEqual(['limit', 'colour']);
  });

  test('what waits and is no step of a case stands among the others, in their order, each once; it is counted and filtered with them', async () => {
    const { programmeDigest, policyDigest } = await api.db.case.findUniqueOrThrow({ where: { caseNo: cases[0]! } });
    const bundle = {
      route: 'bundled',
      programmeCode: 'beekeeping',
      countyCode: '339901',
      areaCode: '339901100',
    } as const;
    const before = (await list(checker, '?limit=100')).counts;
    const since = [9, 1, 0].map((days) => new Date(Date.now() - days * 86_400_000));
    for (const [index, awaitedSince] of since.entries()) {
      const no = `339901-2026-K${String(900_001 + index)}`;
      const data = {
        ...bundle,
        no,
        awaitedSince,
        programmeDigest,
        policyDigest,
        state: 'initialCheck' as const,
        officialId: 'yl-339901100-clerk-1',
      };
      await api.db.bundle.create({ data });
    }
    const { items, counts } = await list(checker, '?limit=100');
    const all = items.map(({ id }: Listed) => id);
    expect(all).toHaveLength(12);
    expect(counts).toEqual({ ...before, group: before.group + 3, overdue: before.overdue + lateOf(items) });
    const times = items.map(({ dueAt }: Listed) => (dueAt === null ? Infinity : Date.parse(dueAt)));
    expect(times).toEqual(times.toSorted((one: number, other: number) => one - other));
    for (const sort of ['due', 'opened']) {
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = await list(checker, `?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        paged.push(page.items[0].id);
        cursor = page.next;
      }
      expect(new Set(paged)).toEqual(new Set(all));
      expect(paged).toHaveLength(12);
    }
    const found = async (query: string) => (await list(checker, `?limit=100&${query}`)).items.filter(isBundle).length;
    expect(await found('text=K900002')).toBe(1);
    expect(await found('stage=initialCheck')).toBe(3);
    expect(await found('stage=villageEndorsement')).toBe(0);
    expect(await found('programme=tea-garden')).toBe(0);
    expect(await found('township=339901200')).toBe(0);
    expect(await found('mine=true')).toBe(0);
    expect((await found('overdue=true')) + (await found('overdue=false'))).toBe(3);
    const own = (await list(await official(api, 'ca-checker-1'), '?limit=100')).items;
    expect(own.filter(isBundle)).toEqual([]);
  });

  test('a task that is not there is not found', async () => {
    expect((await checker.get(`/api/tasks/${crypto.randomUUID()}`)).status).toBe(404);
    expect((await checker.get('/api/tasks/17')).status).toBe(404);
  });
});
