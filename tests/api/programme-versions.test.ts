import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Programme } from '../../domain/schemas/programme.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { policyNow, programmeVersion } from '../../prisma/rules-in-force.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const VERSIONS = '/api/programme-versions';
const year = new Date().getUTCFullYear();

describe('a county edits its programmes', () => {
  let api: ApiAlone;
  let maker: Visitor;
  let signer: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    maker = await official(api, 'yl-approver-1');
    signer = await official(api, 'yl-approver-2');
    households = await ordinaryHouseholds(api.db, 3);
  });
  afterAll(() => api?.close());

  const exported = async (): Promise<Programme[]> =>
    (await maker.get(`${VERSIONS}/export?format=json`)).body.programmes;
  const bring = (file: Uint8Array, by = maker) => by.upload('/api/programme-imports', {}, file);
  const asJson = (programmes: unknown) => Buffer.from(JSON.stringify({ programmes }));
  const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
  const pigs = async (changes: Partial<Programme> = {}): Promise<Programme> => ({
    ...{ ...(await exported()).find(({ code }) => code === 'pigs')!, opensAt: tomorrow(), ...changes },
  });

  test('what was exported, as JSON and as Excel, changes nothing when it is brought in again', async () => {
    const before = await exported();
    for (const format of ['json', 'xlsx']) {
      const { status, body: file } = await maker.get(`${VERSIONS}/export?format=${format}`);
      expect(status).toBe(200);
      const bytes = format === 'json' ? Buffer.from(JSON.stringify(file)) : (file as Buffer);
      const { status: answered, body } = await bring(bytes);
      expect([answered, body.drafts]).toEqual([201, []]);
      expect(body.unchanged).toHaveLength(before.length);
    }
    expect(await api.db.programmeDraft.count()).toBe(0);
  });

  test('whatever is wrong is named by its field in both languages, and nothing of the file is stored', async () => {
    const right = await pigs();
    const wrong = { ...(await pigs({ code: 'pigs-2' })), measure: { ...right.measure, minimum: 0 } };
    const { status, body } = await bring(asJson([right, wrong]));
    expect([status, body.code]).toEqual([400, 'INVALID_INPUT']);
    expect(body.errors).toEqual([
      {
        field: 'programmes.1.measure.minimum',
        zh: expect.stringContaining('大于零'),
        en: expect.stringContaining('above zero'),
      },
    ]);
    const others = await bring(asJson([await pigs({ countyCode: '330127' })]));
    expect(others.body.errors).toMatchObject([{ field: 'programmes.0.countyCode' }]);
    expect(await api.db.programmeDraft.count()).toBe(0);
  });

  test('a draft that waits is changed further: the new one takes its place and stands before it', async () => {
    const standard = (fenPerUnit: number) => ({ kind: 'perUnit', fenPerUnit, scale: 0, capFen: 400_000 }) as const;
    const [first] = (await bring(asJson([await pigs({ standard: standard(48_000) })]))).body.drafts;
    const { status, body } = await signer.get(`/api/programme-drafts/${first.id}`);
    expect([status, body]).toMatchObject([200, { id: first.id, version: 2, agreed: null }]);
    const further = { ...(body.programme as Programme), version: body.version - 1, standard: standard(47_000) };
    const [second] = (await bring(asJson([further]))).body.drafts;
    const { items } = (await maker.get('/api/programme-drafts?code=pigs')).body;
    expect(items).toMatchObject([
      { id: second.id, version: 2, agreed: null },
      { id: first.id, version: 2, agreed: false },
    ]);
    expect(body.before).toEqual((await exported()).find(({ code }) => code === 'pigs'));
    const checker = await official(api, 'ca-checker-1');
    expect((await checker.get(`/api/programme-drafts/${first.id}`)).status).toBe(404);
  });

  test('a draft of a programme that is new comes after none', async () => {
    const goats = (await exported()).find(({ code }) => code === 'goats')!;
    const [{ id }] = (await bring(asJson([{ ...goats, code: 'dairy-goats' }]))).body.drafts;
    const { body } = await signer.get(`/api/programme-drafts/${id}`);
    expect([body.programme.code, body.before]).toEqual(['dairy-goats', null]);
  });

  test('a draft is previewed, run over the year’s cases, signed by somebody else, and running cases keep theirs', async () => {
    const caseNo = await submit(api.db, { programmeCode: 'pigs', householdId: households[0]!, quantity: 5 });
    const changed = await pigs({ standard: { kind: 'perUnit', fenPerUnit: 50_000, scale: 0, capFen: 400_000 } });
    const first = await bring(asJson([changed]));
    const [draft] = first.body.drafts;
    expect((await bring(asJson([changed]))).body).toEqual({ unchanged: ['pigs'], drafts: [] });
    const path = `/api/programme-drafts/${draft.id}`;

    const { registerNo } = await api.db.household.findUniqueOrThrow({ where: { id: households[1]! } });
    const preview = await maker.post(`${path}/preview`, { registerNos: [registerNo], quantity: 5 });
    // 5 × 400 yuan now, 5 × 500 by the draft.
    expect(preview.body.households).toMatchObject([
      { registerNo, now: { amountFen: 200_000, findings: [] }, drafted: { amountFen: 250_000, findings: [] } },
    ]);
    const unknown = await maker.post(`${path}/preview`, { registerNos: [registerNo, '000'], quantity: 5 });
    expect([unknown.status, unknown.body.errors]).toEqual([
      400,
      [{ field: 'registerNos.1', zh: expect.stringContaining('000：'), en: expect.stringContaining('000: ') }],
    ]);
    const run = await maker.get(`${path}/dry-run?year=${year}`);
    expect(run.body).toMatchObject({
      ...{ cases: 1, beforeFen: 200_000, afterFen: 250_000, next: null },
      counts: { gain: 1, lose: 0, same: 0, newlyEligible: 0, newlyIneligible: 0 },
      items: [{ caseNo, effect: 'gain', beforeFen: 200_000, afterFen: 250_000 }],
    });

    const sign = (by: Visitor, digest: string) => by.post(`${path}/signature`, { digest, agrees: true });
    expect((await sign(maker, draft.digest)).body.code).toBe('ALREADY_SIGNED');
    expect((await sign(signer, 'a'.repeat(64))).body.code).toBe('PROPOSAL_CHANGED');
    const signed = await sign(signer, draft.digest);
    expect([signed.status, signed.body.agreed, signed.body.version]).toEqual([200, true, 2]);
    // Once it is in force it still says what it changed.
    expect((await maker.get(path)).body.before).toMatchObject({ version: 1, standard: { fenPerUnit: 40_000 } });
    const versions = await maker.get(`${VERSIONS}?code=pigs`);
    expect(versions.body.items.map(({ version }: { version: number }) => version)).toEqual([1, 2]);

    const guide = await api.visitor().get('/api/programmes/pigs?county=339901');
    expect(guide.body.version).toBe(1);
    const row = await api.db.case.findUniqueOrThrow({ where: { caseNo } });
    expect((await programmeVersion(api.db, row.programmeDigest)).version).toBe(1);
    const older = await bring(asJson([{ ...changed, remark: '生猪' }]));
    expect(older.body.errors).toMatchObject([{ field: 'programmes.0.version' }]);
  });

  test('a dry run says who gains, who loses and for whom nothing changes, and what it costs, page by page', async () => {
    const granted = async (quantity: number) => {
      const caseNo = await submit(api.db, { programmeCode: 'goats', householdId: households[2]!, quantity });
      const outcome = { kind: 'completed', amountFen: 1 };
      await api.db.case.update({ where: { caseNo }, data: { running: false, outcome } });
      return caseNo;
    };
    const [few, some, many] = [await granted(6), await granted(12), await granted(20)];
    const goats = (await exported()).find(({ code }) => code === 'goats')!;
    // 300 yuan each and at most 4 500 until now; 400 each and at most 3 600 by the draft.
    const standard = { kind: 'perUnit', fenPerUnit: 40_000, scale: 0, capFen: 360_000 };
    const { body } = await bring(asJson([{ ...goats, opensAt: tomorrow(), standard }]));
    const path = `/api/programme-drafts/${body.drafts[0].id}/dry-run?year=${year}&limit=1`;
    const first = (await maker.get(path)).body;
    expect(first).toMatchObject({
      ...{ cases: 3, beforeFen: 180_000 + 360_000 + 450_000, afterFen: 240_000 + 360_000 + 360_000 },
      counts: { gain: 1, lose: 1, same: 1, newlyEligible: 0, newlyIneligible: 0 },
      items: [{ caseNo: few, effect: 'gain', beforeFen: 180_000, afterFen: 240_000 }],
    });
    const second = (await maker.get(`${path}&cursor=${first.next}`)).body;
    expect(second.items).toEqual([{ caseNo: many, effect: 'lose', beforeFen: 450_000, afterFen: 360_000 }]);
    expect([few, many]).not.toContain(some);
    expect(second.next).toBeNull();
  });

  test('a dry run counts a rent by its months', async () => {
    const caseNo = await submit(api.db, { programmeCode: 'renovation', householdId: households[2]!, quantity: 3 });
    const outcome = { kind: 'housedOtherwise', amountFen: 600_000 };
    const ended = { running: false, outcome, rentMonths: 20, amountFen: 600_000 };
    await api.db.case.update({ where: { caseNo }, data: ended });
    const renovation = (await exported()).find(({ code }) => code === 'renovation')!;
    const rent = { minimum: 12, maximum: 60, fenPerMonth: 40_000, capFen: 1_500_000 };
    const { body } = await bring(asJson([{ ...renovation, opensAt: tomorrow(), rent }]));
    expect((await maker.get(`/api/programme-drafts/${body.drafts[0].id}/dry-run?year=${year}`)).body).toMatchObject({
      items: [{ caseNo, effect: 'gain', beforeFen: 600_000, afterFen: 800_000 }],
    });
  });

  test('proposes the next version of its policy, which a second official puts into force from its day', async () => {
    const [newest] = (await maker.get('/api/county-policies')).body.items;
    const stageWorkingDays = { ...newest.policy.stageWorkingDays, initialCheck: 9 };
    let archives = { fondsNo: '全宗' };
    const day = (days: number) => shanghaiDate(Date.now() + days * 86_400_000);
    const propose = (effectiveFrom: string) =>
      maker.post('/api/policy-drafts', { effectiveFrom, policy: { ...newest.policy, stageWorkingDays, archives } });
    expect((await propose(day(2))).body.errors).toMatchObject([{ field: 'policy.archives.fondsNo' }]);
    archives = { fondsNo: 'A017' };
    expect((await propose(day(0))).body.errors).toMatchObject([{ field: 'effectiveFrom' }]);
    const { body: replaced } = await propose(day(2));
    const { status, body: draft } = await propose(day(1));
    expect([status, draft.version]).toEqual([201, newest.version + 1]);
    const sign = (by: Visitor, id: string, digest: string) =>
      by.post(`/api/policy-drafts/${id}/signature`, { digest, agrees: true });
    expect((await sign(maker, draft.id, draft.digest)).body.code).toBe('ALREADY_SIGNED');
    expect((await sign(signer, replaced.id, replaced.digest)).body.code).toBe('PROPOSAL_CHANGED');
    expect((await sign(signer, draft.id, draft.digest)).body).toMatchObject({ agreed: true });
    const [next] = (await maker.get('/api/county-policies')).body.items;
    expect(next).toMatchObject({ digest: draft.digest, policy: { stageWorkingDays: { initialCheck: 9 }, archives } });
    expect((await policyNow(api.db, '339901'))?.digest).toBe(newest.digest);
  });

  test('is no matter for whoever pays, or for a household', async () => {
    const payer = await official(api, 'yl-maker-1');
    expect((await payer.get(VERSIONS)).status).toBe(403);
    expect((await bring(asJson([]), payer)).status).toBe(403);
  });
});
