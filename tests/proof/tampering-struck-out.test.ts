import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withdrawFromBundle } from '../../api/acting/withdraw-from-bundle.js';
import { Engine } from '../../api/engine.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Tx } from '../../prisma/client.js';
import { eventually } from '../support/eventually.js';
import { check, handedIn, struckOut } from './support/joint-notice.js';
import { Tampered } from './support/tampered.js';

describe('Whoever has full rights over the database and the engine', () => {
  let tampered: Tampered;
  beforeAll(async () => void (tampered = await Tampered.open()), 240_000);
  afterAll(async () => await tampered?.close());

  /** The cases of a bundle by their lines, once they have begun. */
  const casesOf = async (bundleNo: string) => {
    const { db } = tampered.county;
    const rows = await eventually(
      () =>
        db.bundleRow.findMany({ where: { bundleNo }, include: { application: true }, orderBy: { position: 'asc' } }),
      (all) => all.every(({ application }) => application.caseNo !== null),
    );
    const caseNos = rows.map(({ application }) => application.caseNo!);
    await eventually(
      () => db.caseEvent.groupBy({ by: ['caseNo'], where: { caseNo: { in: caseNos } } }),
      (begun) => begun.length === caseNos.length,
    );
    return caseNos as [string, string];
  };

  test('changes whom an official struck out of a bundle, or why', async () => {
    const { no, workflowId } = await handedIn(tampered, 'out');
    const strike = { position: 2, reasonCode: 'PROJECT_NOT_COVERED', words: '不在扶持范围' } as const;
    await struckOut(tampered, no, { stage: 'initialCheck', verdict: 'pass', struckOut: [strike] });
    const [passed, refused] = await casesOf(no);
    await tampered.county.seal();
    const look = (tx: Tx) => tampered.verifyCases([workflowId, passed, refused], tx);
    expect(await look(tampered.county.db)).toEqual([]);

    const { actId } = await tampered.county.db.bundleAct.findFirstOrThrow({ where: { bundleNo: no } });
    const where = { actId_position: { actId, position: 2 } };
    const differs = { kind: 'strikesDiffer', subject: workflowId, at: actId };
    const unsigned = (subject: string, verdict: string) => ({
      ...{ kind: 'actUnsigned', subject, found: `initialCheck ${verdict} yl-checker-1` },
    });
    expect(await tampered.after((tx) => tx.bundleStrike.delete({ where }), look)).toMatchObject([
      ...[unsigned(refused, 'refuse'), differs],
    ]);
    const data = { reasonCode: 'PAID_ELSEWHERE' };
    expect(await tampered.after((tx) => tx.bundleStrike.update({ where, data }), look)).toMatchObject([
      ...[unsigned(refused, 'refuse'), differs],
    ]);
    const added = { actId, position: 1, reasonCode: strike.reasonCode, wordsId: 'x', wordsSha256: '5c'.repeat(32) };
    expect(await tampered.after((tx) => tx.bundleStrike.create({ data: added }), look)).toMatchObject([
      ...[unsigned(passed, 'pass'), differs],
    ]);
  });

  test('takes a household back out of a bundle in its name: nobody has signed that', async () => {
    const { db, keyring, env, log } = tampered.county;
    const { no, workflowId } = await handedIn(tampered, 'back');
    const rows = await db.bundleRow.findMany({
      ...{ where: { bundleNo: no }, include: { application: true }, orderBy: { position: 'asc' } },
    });
    const [own, invented] = rows as [(typeof rows)[number], (typeof rows)[number]];
    const engine = new Engine(async () => env.client, log);
    const who = {
      kind: 'household',
      id: own.application.householdId!,
      roles: ['household'],
      areaCode: '339901100201',
    } as const;
    const asked = { who, applicationId: own.applicationId, actId: 'taken-back', words: '不想养了' };
    await withdrawFromBundle({ db, keyring, engine }, asked);
    const { withdrawal } = await db.bundleRow.findUniqueOrThrow({ where: { applicationId: own.applicationId } });
    const { words: _, ...act } = withdrawal as Act;
    const by = { ...act.by, id: invented.application.householdId! };
    await db.bundleRow.update({
      where: { applicationId: invented.applicationId },
      data: { state: 'withdrawn', withdrawal: { ...act, by } },
    });
    await check(tampered, workflowId, 'checked-after-it');
    const [taken, forged] = await casesOf(no);
    await tampered.county.seal();
    expect(await tampered.verifyCases([workflowId, taken])).toEqual([]);
    expect(await tampered.verifyCases([forged])).toMatchObject([
      { kind: 'actUnsigned', subject: forged, found: `initialCheck withdraw ${by.id}` },
    ]);
  });
});
