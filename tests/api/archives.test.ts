import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import { fileArchives } from '../../activities/sweeps/file-archives.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import { catalogueDigest } from '../../prisma/archives.js';
import { dueForArchive } from '../../prisma/archive-due.js';
import { allLogged } from '../../prisma/log-entries.js';
import { sha256 } from '../../platform/digest.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { orderedCase } from './support/ordered-case.js';
import { official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const COMPLETED: Outcome = { kind: 'completed', amountFen: 70_000 };
const REFUSED: Outcome = { kind: 'refused', stage: 'initialCheck' };

describe('档案: a closed case is an archive file', () => {
  let api: ApiAlone;
  let archivist: Visitor;
  let auditor: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    archivist = await official(api, 'yl-archivist-1');
    auditor = await official(api, 'yl-auditor-1');
    households = await ordinaryHouseholds(api.db, 8);
  });
  afterAll(() => api?.close());

  /** A case that was closed on a day, sealed, and is to be filed. */
  async function closed(householdId: string, closedOn: string, outcome: Outcome): Promise<string> {
    const isPaid = outcome.kind === 'completed';
    const caseNo = isPaid
      ? await orderedCase(api, { householdId, state: 'credited' })
      : await submit(api.db, { householdId, programmeCode: 'beekeeping' });
    const { applicationId } = await api.db.case.update({
      where: { caseNo },
      data: { running: false, closedAt: new Date(`${closedOn}T04:00:00Z`), outcome: { ...outcome } },
    });
    const paper = { kind: 'landProof', contentType: 'image/jpeg', bytes: 1, uploadedBy: `household:${householdId}` };
    await api.db.paper.create({ data: { ...paper, applicationId, sha256: sha256(caseNo) } });
    await sealed(caseNo, caseNo);
    return caseNo;
  }

  async function sealed(caseNo: string, workflowId: string): Promise<void> {
    const content = Buffer.from(workflowId);
    const row = { sha256: sha256(content), workflowId, workflowType: 'directProject', caseNo };
    await api.db.seal.create({ data: { ...row, bytes: content.length, content } });
    await dueForArchive(api.db, caseNo);
  }

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
    await sealed(caseNo, `${caseNo}-review`);
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
});
