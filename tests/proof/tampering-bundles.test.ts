import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { itemsIn } from '../../cli/verify/scope.js';
import type { Act } from '../../domain/schemas/act.js';
import { Prisma } from '../../prisma/client.js';
import { sealColumn } from '../../prisma/sealed.js';
import { eventually } from '../support/eventually.js';
import { check, handedIn, posted, toPost } from './support/joint-notice.js';
import { Tampered } from './support/tampered.js';

describe('Whoever has full rights over the database and the engine', () => {
  let tampered: Tampered;
  beforeAll(async () => void (tampered = await Tampered.open()), 240_000);
  afterAll(async () => await tampered?.close());

  const by = { id: 'yl-checker-1', role: 'countyChecker', officeId: 'yl-relief', areaCode: '339901' } as const;

  /** A bundle that was handed in, and is checked: signed, as the API does it, or past it. */
  async function checked(run: string, isSigned: boolean): Promise<{ no: string; workflowId: string; actId: string }> {
    const { no, workflowId } = await handedIn(tampered, run);
    const actId = randomUUID();
    await check(tampered, workflowId, actId, isSigned);
    await tampered.county.seal();
    return { no, workflowId, actId };
  }

  test('decides on a bundle through the engine: nobody has signed that', async () => {
    const { workflowId } = await checked('f', false);
    expect(await tampered.verifyCases([workflowId])).toMatchObject([
      { kind: 'actUnsigned', subject: workflowId, found: 'initialCheck pass yl-checker-1' },
    ]);
  });

  test('changes who decided on a bundle, deletes the decision or its signature, or invents another', async () => {
    const { no, workflowId, actId } = await checked('h', true);
    const look = (tx: Parameters<Tampered['verifyLog']>[0]) => tampered.verifyCases([workflowId], tx);
    expect(await look(tampered.county.db)).toEqual([]);
    expect(await itemsIn(tampered.county.db, { area: '339901', year: no.slice(7, 11) })).toContain(workflowId);
    const where = { actId };
    const { body } = await tampered.county.db.bundleAct.findUniqueOrThrow({ where });
    const other = { ...(body as Act), by: { ...by, id: 'yl-checker-2' } };
    const differs = { kind: 'bundleActDiffers', subject: workflowId };
    const proved = 'initialCheck pass yl-checker-1';
    const found = 'initialCheck pass yl-checker-2';
    expect(await tampered.after((tx) => tx.bundleAct.update({ where, data: { body: other } }), look)).toMatchObject([
      { ...differs, proved, found },
    ]);
    expect(await tampered.after((tx) => tx.bundleAct.delete({ where }), look)).toMatchObject([
      { ...differs, proved, found: '—' },
    ]);
    const added = { bundleNo: no, seq: 9, actId: 'invented', body: { ...other, subject: 'invented' } };
    expect(await tampered.after((tx) => tx.bundleAct.create({ data: added }), look)).toMatchObject([
      { ...differs, at: 'invented', proved: '—', found },
    ]);
    const unsigned = await tampered.after((tx) => tx.actSignature.deleteMany({ where: { caseNo: workflowId } }), look);
    expect(unsigned).toMatchObject([{ kind: 'actUnsigned', subject: workflowId }]);
  });

  test('writes into a row that a notice of many was posted: nothing is signed in that official’s name', async () => {
    const { db, keyring } = tampered.county;
    const { no } = await checked('n', true);
    const { caseNos, noticeNo } = await toPost(tampered, no);
    const verifier = { id: 'yl-339901100-verifier-2', role: 'townshipVerifier', officeId: 'yl-339901100' } as const;
    const wordsSealed = sealColumn(keyring.county('339901').key, 'noticeWords', '已张榜').toString('base64');
    const posting = { by: verifier, papers: [], wordsSealed };
    const where = { no: noticeNo };
    await db.publication.update({ where, data: { posting } });
    const row = () => db.publication.findUniqueOrThrow({ where });
    await eventually(row, (notice) => notice.posting === null);
    const inCases = { caseNo: { in: caseNos }, act: { path: ['stage'], equals: 'noticePosting' } };
    expect(await db.actSignature.count({ where: inCases })).toBe(0);

    await posted(tampered, no, noticeNo);
    await eventually(
      () => db.case.count({ where: { bundleNo: no, stage: 'publicNotice' } }),
      (there) => there === 2,
    );
    const look = (tx: Parameters<Tampered['verifyLog']>[0]) => tampered.verifyCases(caseNos.slice(0, 1), tx);
    expect(await look(db)).toEqual([]);
    // What its case began with on its bundle is signed too.
    const unsigned = await tampered.after((tx) => tx.actSignature.deleteMany({ where: { caseNo: `${no}-1` } }), look);
    expect(unsigned).toMatchObject([{ kind: 'actUnsigned', found: `initialCheck pass ${by.id}`, subject: caseNos[0] }]);
    const kept = (await row()).posting as object;
    const found = { kind: 'noticeDiffers', subject: caseNos[0] };
    for (const data of [
      { posting: { ...kept, by: verifier } },
      { posting: { ...kept, papers: ['5c'.repeat(32)] } },
      { posting: { ...kept, wordsSealed } },
      { posting },
      { posting: Prisma.DbNull },
    ])
      expect(await tampered.after((tx) => tx.publication.update({ where, data }), look)).toMatchObject([found]);
    const added = { publicationNo: noticeNo, caseNo: tampered.running, position: 9, body: {} };
    expect(await tampered.after((tx) => tx.publicationEntry.create({ data: added }), look)).toMatchObject([found]);
    const gone = await tampered.after(async (tx) => {
      await tx.publicationEntry.deleteMany({ where: { publicationNo: noticeNo } });
      await tx.publication.delete({ where });
    }, look);
    expect(gone).toMatchObject([{ ...found, proved: noticeNo, found: '—' }]);
  });
});
