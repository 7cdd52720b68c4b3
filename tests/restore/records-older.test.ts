import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebuild } from '../../cli/restore/rebuild.js';
import { reconcile } from '../../cli/restore/reconcile.js';
import type { Stage, Verdict } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';
import { takeInHand } from '../../prisma/houses.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { allLogged } from '../../prisma/log-entries.js';
import { periodNow } from '../../prisma/new-case.js';
import { logChoice } from '../../prisma/payee-choices.js';
import { policyVersion, programmeVersion } from '../../prisma/rules-in-force.js';
import { actAt } from '../activities/support/acting.js';
import { awaitingPayment } from '../activities/support/awaiting-payment.js';
import { KEY_VILLAGE } from '../api/support/collective.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { shareOf, signedDividend } from '../activities/support/shares.js';
import { eventually } from '../support/eventually.js';
import { openBesideBank } from './support/beside-bank.js';
import { creditsOf, seen, signed } from './support/seen.js';
import { unhurried } from './support/unhurried.js';

describe('When the records are restored from a backup that is older than the engine', () => {
  let beside: Awaited<ReturnType<typeof openBesideBank>>;
  let copy: typeof beside.copy;
  let bank: typeof beside.bank;
  beforeAll(async () => {
    beside = await openBesideBank();
    ({ copy, bank } = beside);
    await unhurried(copy.db);
  });
  afterAll(async () => await beside?.close());

  test('they are filled up from the histories, and what the bank has paid since is not paid again', async () => {
    const [first, second, third] = await ordinaryHouseholds(copy.db, 3);
    const early = await submit(copy.db, { programmeCode: 'beekeeping', householdId: first!, quantity: 10 });
    const paid = await awaitingPayment(copy, second!);
    await actAt(copy, paid, 'paymentPreparation', 'prepare');
    await copy.stopWorkers();
    const restore = await copy.backUpRecords();
    await copy.startWorkers();

    await actAt(copy, early, 'initialCheck', 'pass');
    await actAt(copy, early, 'townshipVerification', 'amend', { quantity: 8 });
    const late = await awaitingPayment(copy, third!);
    await actAt(copy, paid, 'paymentReview', 'pass');
    await eventually(
      () => copy.db.case.findUniqueOrThrow({ where: { caseNo: paid } }),
      ({ running }) => !running,
    );
    await eventually(
      () => copy.db.task.count({ where: { caseNo: paid, stage: 'reviewReport' } }),
      (count) => count === 1,
    );
    await copy.stopWorkers();
    const cases = [early, paid, late];
    const before = await Promise.all(cases.map((caseNo) => seen(copy.db, caseNo)));

    await restore();
    expect(await copy.db.case.count({ where: { caseNo: late } })).toBe(0);
    const report = await reconcile(copy, () => undefined);
    expect(report).toMatchObject({
      refilled: [early, late, paid, `${paid}-R`].toSorted(),
      begunAnew: [],
      findings: [],
    });
    for (const [index, caseNo] of cases.entries()) expect(await seen(copy.db, caseNo)).toEqual(before[index]);
    expect(await ledgerDifferences(copy.db)).toEqual([]);

    await signed(copy.db);
    await copy.startWorkers();
    const [fourth] = await ordinaryHouseholds(copy.db, 1);
    const next = await awaitingPayment(copy, fourth!);
    expect(cases).not.toContain(next);
    await actAt(copy, early, 'projectApproval', 'pass');
    expect(await creditsOf(bank.url, `${paid}-P1`)).toBe(1);

    // Records that say something else than the history are neither overwritten nor passed over.
    await copy.stopWorkers();
    await copy.db.$transaction([
      copy.db.$executeRaw`SET LOCAL session_replication_role = replica`,
      copy.db.$executeRaw`UPDATE "CaseEvent" SET "digest" = 'another' WHERE "caseNo" = ${early} AND "seq" = 2`,
      copy.db.$executeRaw`DELETE FROM "CaseEvent" WHERE "caseNo" = ${early} AND "seq" > 4`,
    ]);
    const conflict = { kind: 'conflict', subject: early, detail: '2' };
    expect(await rebuild(copy, () => undefined, { caseNo: early })).toMatchObject({
      refilled: [],
      findings: [conflict],
    });
    expect(await copy.db.caseEvent.count({ where: { caseNo: early } })).toBe(4);
    await copy.startWorkers();
  });

  const file = async (
    householdId: string,
    programmeCode: string,
    asked: { quantity?: number; payee?: { id: string }; collectiveId?: string } = {},
  ) => {
    const caseNo = await submit(copy.db, { programmeCode, householdId, ...asked });
    const row = await copy.db.case.findUniqueOrThrow({ where: { caseNo } });
    const [programme, policy] = [
      await programmeVersion(copy.db, row.programmeDigest),
      await policyVersion(copy.db, row.policyDigest),
    ];
    await copy.db.case.update({ where: { caseNo }, data: { period: periodNow(programme) } });
    await copy.db.$transaction((tx) => takeInHand(tx, row, programme, policy));
    return caseNo;
  };
  const goes = async (caseNo: string, ...way: readonly (readonly [Stage, Verdict, Partial<Act>?])[]) => {
    for (const [stage, verdict, more] of way) await actAt(copy, caseNo, stage, verdict, more);
    return caseNo;
  };
  const PUBLISHED = [['noticePosting', 'posted'] as const, ['publicNotice', 'takenDown'] as const];
  const CHECKED = ['initialCheck', 'pass'] as const;
  const VERIFIED = ['townshipVerification', 'pass'] as const;
  const comesTo = (caseNo: string, stage: Stage) =>
    eventually(
      () => copy.db.task.count({ where: { caseNo, stage, closedAt: null } }),
      (count) => count === 1,
    );

  test('so are houses, places, relief and entitlements that came after it, and each goes on', async () => {
    const households = await ordinaryHouseholds(copy.db, 4);
    const site = { countyCode: '339901', areaCode: '339901100', name: '安置点', capacity: 10, enteredById: 'x' };
    const plots = { create: [{ no: '1', kind: 'plot' as const, squareMetres: 160 }] };
    const { id: siteId } = await copy.db.resettlementSite.create({ data: { ...site, plots } });
    const dividendNo = await signedDividend(copy.db, 2026);
    await copy.stopWorkers();
    const restore = await copy.backUpRecords();
    await copy.startWorkers();

    const [contractor, another] = await copy.db.payee.findMany({ where: { countyCode: '339901' }, take: 2 });
    const settlement = { way: 'concentrated', siteId, plotNo: '1' } as const;
    const { id: collectiveId } = await copy.db.payee.findFirstOrThrow({
      where: { areaCode: KEY_VILLAGE, kind: 'collective' },
    });
    const [renovated, relocated, relieved, granted, collectives] = await Promise.all([
      file(households[0]!, 'renovation', { quantity: 4, payee: contractor! }).then((caseNo) =>
        goes(
          caseNo,
          CHECKED,
          ['houseAppraisal', 'pass', { quantity: 4 }],
          VERIFIED,
          ['housingApproval', 'pass'],
          ...PUBLISHED,
        ),
      ),
      file(households[1]!, 'relocation').then((caseNo) =>
        goes(
          caseNo,
          CHECKED,
          VERIFIED,
          ['projectApproval', 'pass'],
          ...PUBLISHED,
          ['agreementOffer', 'offer', { settlement }],
          ['agreementSigning', 'sign'],
        ),
      ),
      file(households[2]!, 'disaster-relief').then((caseNo) =>
        goes(
          caseNo,
          VERIFIED,
          ['reliefDecision', 'grant', { quantity: 1 }],
          ['paymentPreparation', 'prepare'],
          ['paymentReview', 'pass'],
        ),
      ),
      file(households[3]!, 'microcredit-interest', { quantity: 5_000_000 }).then((caseNo) =>
        goes(caseNo, CHECKED, VERIFIED, ['entitlementApproval', 'pass'], ...PUBLISHED),
      ),
      file('', 'collective-interest', { quantity: 5_000_000, collectiveId }).then((caseNo) =>
        goes(caseNo, CHECKED, VERIFIED, ['entitlementApproval', 'pass'], ...PUBLISHED),
      ),
    ]);
    // 村集体: what is granted to it is its own, and so is each run.
    const paidToIt = await eventually(
      () => copy.db.case.findFirst({ where: { entitlementNo: collectives } }),
      (found) => found !== null,
    );
    expect(paidToIt).toMatchObject({ payeeId: collectiveId, householdId: null });
    const run = await eventually(
      () => copy.db.case.findFirst({ where: { entitlementNo: granted }, orderBy: { caseNo: 'asc' } }),
      (found) => found !== null,
    );
    // Whom it pays is chosen when it is granted already: the next run begins with it.
    const chosenFor = { caseNo: granted, actId: randomUUID(), payeeId: another!.id, by: 'yl-maker-1' };
    await copy.db.$transaction((tx) => logChoice(tx, granted, chosenFor.actId, chosenFor.payeeId, chosenFor.by));
    await copy.db.entitlement.update({ where: { caseNo: granted }, data: { nextDueAt: new Date() } });
    const next = await eventually(
      () => copy.db.case.findFirst({ where: { entitlementNo: granted, caseNo: { not: run!.caseNo } } }),
      (found) => found !== null,
    );
    await copy.db.entitlement.updateMany({ data: { nextDueAt: new Date('2999-01-01') } });
    // 村集体份额: of no household.
    const share = await shareOf(copy.db, dividendNo);
    const householdsOwn = { id: households[0]!, role: 'household' } as const;
    const consent = {
      stage: 'payeeConsent',
      verdict: 'agreeToPayee',
      by: householdsOwn,
      subject: another!.id,
    } as const;
    await copy.cases.act(renovated, 'case', { ...consent, papers: ['5c'.repeat(32)] }, randomUUID());
    await comesTo(share, 'paymentPreparation');
    await comesTo(renovated, 'worksStart');
    await comesTo(relocated, 'paymentPreparation');
    await comesTo(relieved, 'reliefConfirmation');
    await comesTo(run!.caseNo, 'paymentPreparation');
    await comesTo(next!.caseNo, 'paymentPreparation');
    await comesTo(paidToIt!.caseNo, 'paymentPreparation');
    await copy.stopWorkers();
    const cases = [renovated, relocated, relieved, granted, run!.caseNo, next!.caseNo, share];
    cases.push(collectives, paidToIt!.caseNo);
    const before = await Promise.all(cases.map((caseNo) => seen(copy.db, caseNo)));
    expect(before[0]).toMatchObject({ house: { state: 'renovating' } });
    expect(before[0]!.payees).toMatchObject([{ payeeId: contractor!.id }, { payeeId: another!.id }]);
    expect(before[1]).toMatchObject({ house: { state: 'relocating' }, place: { no: '1', site: { taken: 1 } } });
    expect(before[3]).toMatchObject({ entitlement: { state: 'active' }, payees: [{ payeeId: another!.id }] });
    const logged = await allLogged(copy.db, 'chosen', granted);
    expect(logged).toHaveLength(1);

    await restore();
    expect(await copy.db.house.count({ where: { caseNo: { in: cases } } })).toBe(0);
    const restoredAt = Date.now();
    const { refilled, findings } = await reconcile(copy, () => undefined);
    expect(refilled).toEqual(expect.arrayContaining(cases));
    expect(findings.filter(({ subject }) => cases.includes(subject))).toEqual([]);
    for (const [index, caseNo] of cases.entries()) expect(await seen(copy.db, caseNo)).toEqual(before[index]);
    expect(await allLogged(copy.db, 'chosen', granted)).toEqual(logged);
    // The county's deadline counts from the entry of the house, not from the day on which it was restored.
    const { enteredAt } = await copy.db.house.findUniqueOrThrow({ where: { caseNo: renovated } });
    expect(enteredAt.getTime()).toBeLessThan(restoredAt);

    await signed(copy.db);
    await copy.startWorkers();
    await actAt(copy, renovated, 'worksStart', 'declareStart');
    await actAt(copy, relocated, 'paymentPreparation', 'prepare');
    expect(await shareOf(copy.db, dividendNo)).toBe(share);
    await actAt(copy, share, 'paymentPreparation', 'prepare');
    await actAt(copy, paidToIt!.caseNo, 'paymentPreparation', 'prepare');
    const by = { id: 'yl-approver-1', role: 'countyApprover', officeId: 'yl-relief', areaCode: '339901' } as const;
    await actAt(copy, relieved, 'reliefConfirmation', 'confirm', { by });
    await actAt(copy, run!.caseNo, 'paymentPreparation', 'prepare');
    const { period, entitlementNo } = run!;
    expect(await copy.db.case.count({ where: { period, entitlementNo } })).toBe(1);
    expect(await creditsOf(bank.url, `${relieved}-P1`)).toBe(1);
    expect(await ledgerDifferences(copy.db)).toEqual([]);
  });
});
