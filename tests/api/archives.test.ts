import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import { eraseOver } from '../../activities/sweeps/erase-over.js';
import { fileArchives } from '../../activities/sweeps/file-archives.js';
import { destroyDue } from '../../api/papers/destroy-ever.js';
import { pathOf } from '../../api/papers/store.js';
import type { Role } from '../../domain/rules/roles.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import { catalogueDigest } from '../../prisma/archives.js';
import { dueForArchive } from '../../prisma/archive-due.js';
import { digestOfBody } from '../../prisma/versions.js';
import { allLogged } from '../../prisma/log-entries.js';
import { sha256 } from '../../platform/digest.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { closedCase, COMPLETED, REFUSED, sealedAs } from './support/closed-case.js';
import { leavesTraces } from './support/leaves-traces.js';
import { bundleOf, draftsLeft, draftsWithPaper } from './support/begun-drafts.js';
import { official } from './support/people.js';
import { isGivenOutByCommand } from './support/given-out.js';
import { messagesWith, personalTo, tablesWith } from '../support/personal.js';
import type { Visitor } from './support/visitor.js';

describe('档案: a closed case is an archive file', () => {
  let api: ApiAlone;
  let archivist: Visitor;
  let auditor: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    archivist = await official(api, 'yl-archivist-1');
    auditor = await official(api, 'yl-auditor-1');
    households = await ordinaryHouseholds(api.db, 13);
  });
  afterAll(() => api?.close());

  const closed = (householdId: string, closedOn: string, outcome: Outcome) =>
    closedCase(api, householdId, closedOn, outcome);
  const file = () => fileArchives({ db: api.db } as Parameters<typeof fileArchives>[0], 100);
  const read = async (path: string, who = archivist) => {
    const { status, body } = await who.get(path);
    expect(status).toBe(200);
    return body;
  };

  test('with a number without gaps within its class, a term by kind of record, and a catalogue of all that is in it', async () => {
    const cases = [
      await closed(households[0]!, '2025-06-30', COMPLETED),
      await closed(households[1]!, '2025-12-31', COMPLETED),
      await closed(households[2]!, '2026-01-01', COMPLETED),
    ];
    expect(await file()).toBe(3);
    expect(await file()).toBe(0);
    const { items } = await read('/api/archives');
    const byCase = new Map(items.map((one: { caseNo: string }) => [one.caseNo, one]));
    expect(cases.map((caseNo) => byCase.get(caseNo))).toMatchObject([
      { archiveNo: 'J001-JF03·2025·D30-0001', termBegins: '2026-01-01', keptUntil: '2055-12-31', over: false },
      { archiveNo: 'J001-JF03·2025·D30-0002', term: { code: 'years30', zh: '30年' }, state: { code: 'kept' } },
      { archiveNo: 'J001-JF03·2026·D30-0001', kind: { code: 'paid' }, keptUntil: '2056-12-31', held: false },
    ]);
    const detail = await read(`/api/archives/${cases[0]}`);
    expect(detail.items.map(({ no, kind }: { no: number; kind: { code: string } }) => `${no} ${kind.code}`)).toEqual([
      ...['1 application', '2 paper', '3 paymentOrder', '4 seal'],
    ]);
    expect(detail.items[1]).toMatchObject({ sha256: sha256(cases[0]!), author: '申请人' });
    const rows = await api.db.archiveItem.findMany({ where: { caseNo: cases[0]! }, orderBy: { no: 'asc' } });
    expect(detail.catalogueSha256).toBe(catalogueDigest(rows));
    const [leaf] = await allLogged(api.db, 'archived', cases[0]!);
    expect(leaf).toMatchObject({ archiveNo: 'J001-JF03·2025·D30-0001', pieces: 4, term: 'years30' });
    expect(leaf).toMatchObject({ catalogueSha256: detail.catalogueSha256 });
  });

  test('gets what comes in later behind the rest, and its term goes on from there', async () => {
    const caseNo = await closed(households[3]!, '2025-06-30', COMPLETED);
    await file();
    const before = await read(`/api/archives/${caseNo}`);
    const closedAt = new Date('2026-02-01T04:00:00Z');
    await api.db.review.create({ data: { caseNo, input: {}, closedAt } });
    await sealedAs(api, caseNo, `${caseNo}-review`);
    await file();
    const after = await read(`/api/archives/${caseNo}`);
    expect(after.items.slice(0, before.items.length)).toEqual(before.items);
    expect(after.items.at(-1)).toMatchObject({ no: 5, kind: { code: 'seal' }, number: `${caseNo}-review` });
    expect(after.file).toMatchObject({ archiveNo: before.file.archiveNo, keptUntil: '2056-12-31' });
    expect(await allLogged(api.db, 'archived', caseNo)).toHaveLength(2);
  });

  test('waits while its case was opened again, and is filed with its next seal', async () => {
    const caseNo = await closed(households[4]!, '2026-03-01', COMPLETED);
    await api.db.case.update({ where: { caseNo }, data: { running: true } });
    await file();
    expect((await archivist.get(`/api/archives/${caseNo}`)).body.code).toBe('NOT_FOUND');
    await api.db.case.update({ where: { caseNo }, data: { running: false } });
    await dueForArchive(api.db, caseNo);
    await file();
    expect((await read(`/api/archives/${caseNo}`)).file.archiveNo).toBe('J001-JF03·2026·D30-0002');
  });

  test('is found page by page, by term, year, number and whether its term is over, within the area alone', async () => {
    const caseNo = await closed(households[5]!, '2010-03-01', REFUSED);
    await file();
    const first = await read('/api/archives?limit=2');
    const rest = await read(`/api/archives?limit=100&cursor=${first.next}`);
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 4, null]);
    expect(first.items[0].caseNo).toBe(caseNo);
    expect((await read('/api/archives?year=2025')).items).toHaveLength(2);
    expect((await read(`/api/archives?text=${encodeURIComponent('J001-JF03·2026')}`)).items).toHaveLength(2);
    const over = { caseNo, archiveNo: 'J001-JF03·2010·D10-0001', over: true, keptUntil: '2020-12-31' };
    expect((await read('/api/archives?over=true', auditor)).items).toMatchObject([over]);
    expect((await read('/api/archives?term=years10&over=false&state=kept')).items).toEqual([]);
    const elsewhere = await official(api, 'ca-archivist-1');
    expect((await read('/api/archives', elsewhere)).items).toEqual([]);
    expect((await elsewhere.get(`/api/archives/${caseNo}`)).body.code).toBe('OUT_OF_AREA');
    const maker = await official(api, 'yl-maker-1');
    expect((await maker.get('/api/archives')).body.code).toBe('NOT_ALLOWED');
  });

  test('has its catalogue for Excel, with a cover', async () => {
    const { items } = await read('/api/archives?year=2026');
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(await read(`/api/archives/${items[0].caseNo}/catalogue`));
    const text = (sheet: string, cell: string) => workbook.getWorksheet(sheet)?.getCell(cell).text;
    expect(text('案卷封面', 'B2')).toBe(items[0].archiveNo);
    expect([text('卷内目录', 'A1'), text('卷内目录', 'A2'), text('卷内目录', 'E2')]).toEqual([
      ...['顺序号', '1', expect.stringContaining('申请')],
    ]);
  });

  const because = { words: '保管期满，无继续保存价值' };
  const appraise = (caseNo: string, appraisal: string) =>
    archivist.post(`/api/archives/${caseNo}/appraisal`, { appraisal, ...because });
  const propose = (kind: string, ...caseNos: string[]) =>
    archivist.post('/api/archive-lists', { kind, caseNos, ...because });
  const codeOf = async (answer: Promise<{ body: { code: string } }>) => (await answer).body.code;
  /** A file whose term is over, and appraised to be destroyed. */
  async function ripe(householdId: string): Promise<string> {
    const caseNo = await closed(householdId, '2010-03-01', REFUSED);
    await file();
    expect((await appraise(caseNo, 'destroy')).body.file.appraisal.code).toBe('destroy');
    return caseNo;
  }

  test('is appraised once its term is over, and kept on for ten years where it is worth it', async () => {
    const runs = await closed(households[6]!, '2025-03-01', COMPLETED);
    const over = await closed(households[6]!, '2010-03-01', REFUSED);
    await file();
    expect(await codeOf(appraise(runs, 'destroy'))).toBe('ARCHIVE_TERM_RUNS');
    expect(await codeOf(propose('destruction', over))).toBe('ARCHIVE_UNAPPRAISED');
    const { body } = await appraise(over, 'keep');
    expect(body.file).toMatchObject({ appraisal: { code: 'keep' }, keptUntil: '2030-12-31' });
    expect(body.acts).toMatchObject([{ act: { code: 'appraised' }, by: { role: { code: 'archivist' } }, ...because }]);
    expect(await codeOf(propose('destruction', over))).toBe('ARCHIVE_TERM_RUNS');
    const [leaf] = await allLogged(api.db, 'archiveAct', over);
    expect(leaf).toMatchObject({ act: 'appraised', keptUntil: '2030-12-31', wordsSha256: sha256(because.words) });
  });

  test('is handed over to the archives by a list, for their receipt; files of ten years are not', async () => {
    const caseNo = await closed(households[7]!, '2025-03-01', COMPLETED);
    const short = await closed(households[7]!, '2025-03-01', REFUSED);
    await file();
    expect((await propose('handOver', caseNo, short)).body).toMatchObject({ code: 'INVALID_INPUT' });
    const back = (await propose('handOver', caseNo)).body.list.no;
    const withdrawn = await archivist.post(`/api/archive-lists/${back}/withdraw`, because);
    expect(withdrawn.body.list.state).toMatchObject({ code: 'withdrawn' });
    const { body } = await propose('handOver', caseNo);
    expect(body.list.no).toMatch(/^339901-\d{4}-Y002$/);
    expect(await codeOf(propose('handOver', caseNo))).toBe('ARCHIVE_MOVED');
    const receipt = { receiptNo: '档接〔2036〕12号', receivedBy: '县档案馆 李四', ...because };
    const done = await archivist.post(`/api/archive-lists/${body.list.no}/receipt`, receipt);
    expect(done.body.list).toMatchObject({ state: { code: 'done' }, receipt: { no: receipt.receiptNo } });
    expect(await codeOf(archivist.post(`/api/archive-lists/${body.list.no}/receipt`, receipt))).toBe('ARCHIVE_MOVED');
    expect((await read(`/api/archives/${caseNo}`)).file.state.code).toBe('handedOver');
    expect(await codeOf(auditor.post(`/api/archives/${caseNo}/hold`, because))).toBe('ARCHIVE_MOVED');
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(await read(`/api/archive-lists/${body.list.no}/table`));
    expect(workbook.getWorksheet('移交清册')?.getCell('H2').text).toBe(receipt.receiptNo);
    await isGivenOutByCommand(api, body.list.no, caseNo, receipt.receiptNo);
  });

  test('is not destroyed while an auditor holds it, who alone sets and lifts the hold, or while something is open', async () => {
    const caseNo = await ripe(households[0]!);
    const hold = `/api/archives/${caseNo}/hold`;
    expect(await codeOf(archivist.post(hold, because))).toBe('NOT_ALLOWED');
    expect((await auditor.post(hold, because)).body.file.held).toBe(true);
    expect(await codeOf(auditor.post(hold, because))).toBe('ARCHIVE_HELD');
    expect((await read('/api/archives?held=true')).items).toMatchObject([{ caseNo }]);
    const refused = await propose('destruction', caseNo);
    expect(refused.body).toMatchObject({ code: 'ARCHIVE_HELD', errors: [{ zh: expect.stringContaining('D10') }] });
    expect(await codeOf(archivist.post(`${hold}/lift`, because))).toBe('NOT_ALLOWED');
    expect((await auditor.post(`${hold}/lift`, because)).body.file.held).toBe(false);
    expect(await codeOf(auditor.post(`${hold}/lift`, because))).toBe('ARCHIVE_MOVED');
    await api.db.review.create({ data: { caseNo, input: {} } });
    expect(await codeOf(propose('destruction', caseNo))).toBe('ARCHIVE_OPEN');
  });

  test('is destroyed by two officials of two roles, and with its last file a household is erased; the list stays', async () => {
    const householdId = households[8]!;
    const [one, other] = [await ripe(householdId), await ripe(householdId)];
    const who = await personalTo(api, householdId);
    await leavesTraces(api, auditor, householdId, one);
    expect(await tablesWith(api.db, who)).toEqual(expect.arrayContaining(['IdempotencyKey', 'LoginCode']));
    expect(await messagesWith(api, who)).toHaveLength(2);
    await api.db.household.update({ where: { id: householdId }, data: { standing: 'exited' } });
    const before = await api.db.member.findMany({ where: { householdId } });
    const supervisor = await official(api, 'yl-oversight-1');
    const stored = pathOf(api.home, sha256(one));
    // What stands in its place can't be removed as a file is: the papers are still to go when the act is done.
    mkdirSync(stored, { recursive: true });
    const destroy = async (caseNo: string) => {
      const { status, body } = await propose('destruction', caseNo);
      expect(status).toBe(201);
      return `/api/archive-lists/${body.list.no}`;
    };

    const list = await destroy(one);
    expect(await codeOf(archivist.post(`${list}/sign`, because))).toBe('NOT_ALLOWED');
    await asBoth(['archivist', 'countySupervisor'], async () => {
      expect(await codeOf(archivist.post(`${list}/sign`, because))).toBe('ALREADY_SIGNED');
    });
    await auditor.post(`/api/archives/${one}/hold`, because);
    expect(await codeOf(supervisor.post(`${list}/sign`, because))).toBe('ARCHIVE_HELD');
    await auditor.post(`/api/archives/${one}/hold/lift`, because);
    const signed = await supervisor.post(`${list}/sign`, because, { key: 'destroyed-once-1' });
    expect(signed.body.list).toMatchObject({
      state: { code: 'done' },
      decided: { by: { role: { code: 'countySupervisor' } } },
    });
    expect(await api.db.paperToDestroy.count()).toBe(1);
    rmdirSync(stored);
    writeFileSync(stored, one);
    await destroyDue(api.db, api.home, api.world.log);
    expect([existsSync(stored), await api.db.paperToDestroy.count()]).toEqual([false, 0]);
    expect(await isErased(householdId)).toBe(false);

    const last = await supervisor.post(`${await destroy(other)}/sign`, because);
    expect(last.status).toBe(200);
    expect(await isErased(householdId)).toBe(true);
    const members = await api.db.member.findMany({ where: { householdId } });
    expect(members.every(({ nameSealed, idNumberSealed }) => nameSealed.length + idNumberSealed.length === 0)).toBe(
      true,
    );
    expect(members.filter(({ idNumberHash }) => before.some((was) => was.idNumberHash === idNumberHash))).toEqual([]);
    expect(await tablesWith(api.db, who)).toEqual([]);
    expect(await messagesWith(api, who)).toEqual([]);
    for (const caseNo of [one, other]) expect(await allLogged(api.db, 'erased', caseNo)).toHaveLength(1);
    expect((await read('/api/archives?state=destroyed')).items).toHaveLength(2);
    expect((await read('/api/archive-lists?kind=destruction')).items).toHaveLength(2);
    expect((await read(list)).entries).toMatchObject([{ caseNo: one, pieces: 3 }]);
    for (const gone of ['archiveList', 'archiveListEntry', 'archiveFile', 'archiveAct'] as const)
      await expect((api.db[gone].deleteMany as () => Promise<unknown>)()).rejects.toThrow();
    const shown = await supervisor.get(`/api/cases/${one}`);
    expect(shown.status).toBe(200);
    expect((await supervisor.get(`/api/cases/${one}/timeline`)).status).toBe(200);
    const paper = await api.db.paper.findFirstOrThrow({ where: { sha256: sha256(one) } });
    expect((await supervisor.get(`/api/papers/${paper.id}`)).body.code).toBe('NOT_FOUND');
  });

  test('is the last of a household that leaves the register afterwards, or of which something went on: erased then, once', async () => {
    const [leaves, applies] = [households[10]!, households[11]!];
    const cases = [await ripe(leaves), await ripe(applies)];
    const supervisor = await official(api, 'yl-oversight-1');
    const { body } = await propose('destruction', ...cases);
    expect((await supervisor.post(`/api/archive-lists/${body.list.no}/sign`, because)).status).toBe(200);
    const who = [...(await personalTo(api, leaves)), ...(await personalTo(api, applies))];
    const bundle = await bundleOf(api, applies, 'filing');
    const exits = (id: string) => api.db.household.update({ where: { id }, data: { standing: 'exited' } });
    await exits(applies);
    expect(await sweepErasures()).toEqual([0, 0]);

    await exits(leaves);
    expect(await sweepErasures()).toEqual([1, 0]);
    expect([await isErased(leaves), await isErased(applies)]).toEqual([true, false]);
    await api.db.bundle.update({ where: { no: bundle }, data: { state: 'ended' } });
    expect(await sweepErasures()).toEqual([1, 0]);
    expect(await isErased(applies)).toBe(true);
    expect(await tablesWith(api.db, who)).toEqual([]);
    for (const caseNo of cases) expect(await allLogged(api.db, 'erased', caseNo)).toHaveLength(1);
  });

  test('is held up by no draft: what a household began and never submitted is erased with it, its papers as well', async () => {
    const drafts = households[12]!;
    const { body } = await propose('destruction', await ripe(drafts));
    const stored = await draftsWithPaper(api, drafts);
    const bundle = await bundleOf(api, drafts, 'drafting');
    await api.db.household.update({ where: { id: drafts }, data: { standing: 'exited' } });

    const supervisor = await official(api, 'yl-oversight-1');
    expect((await supervisor.post(`/api/archive-lists/${body.list.no}/sign`, because)).status).toBe(200);
    expect(await isErased(drafts)).toBe(true);
    await destroyDue(api.db, api.home, api.world.log);
    expect(existsSync(stored)).toBe(false);
    expect(await draftsLeft(api, drafts)).toEqual([{ body: {}, papers: [], bundleRow: { bundleNo: bundle } }]);
  });

  test('has the number of the fonds that its county’s policy says, from when on it counts', async () => {
    const where = { countyCode: '339901' };
    const { countyCode, version, body, ...more } = await api.db.countyPolicy.findFirstOrThrow({ where });
    const next = { ...(body as object), version: version + 1, archives: { fondsNo: 'A017' } };
    const row = { ...more, digest: digestOfBody(next), countyCode, version: version + 1, body: next };
    const caseNo = await closed(households[9]!, '2026-03-01', COMPLETED);
    await api.db.countyPolicy.create({ data: row });
    await file();
    expect((await read(`/api/archives/${caseNo}`)).file.archiveNo).toBe('A017-JF03·2026·D30-0001');
  });

  /** Two workers sweep at once, and one afterwards: how many the first found, and the last. */
  async function sweepErasures(): Promise<number[]> {
    const sweep = () => eraseOver({ db: api.db } as Parameters<typeof eraseOver>[0], 100);
    const [found] = await Promise.all([sweep(), sweep()]);
    return [found, await sweep()];
  }
  const isErased = async (id: string): Promise<boolean> => {
    const { wrappedKey } = await api.db.household.findUniqueOrThrow({ where: { id } });
    return wrappedKey.length === 0;
  };
  async function asBoth(roles: Role[], act: () => Promise<void>): Promise<void> {
    const where = { id: 'yl-archivist-1' };
    await api.db.official.update({ where, data: { roles } });
    await act();
    await api.db.official.update({ where, data: { roles: ['archivist'] } });
  }
});
