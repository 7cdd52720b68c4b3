import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deskCheck } from '../../activities/desk-check.js';
import { countAnew } from '../../activities/count-anew.js';
import { checkEntitlement } from '../../activities/check-entitlement.js';
import { handDividendsOn } from '../../activities/sweeps/dividends.js';
import { heedChanges, makeRuns } from '../../activities/sweeps/entitlements.js';
import type { Swept } from '../../activities/sweeps/sweep.js';
import { makeCase } from '../../cli/restore/missing-case.js';
import { caseNumber } from '../../domain/rules/case-number.js';
import { periodAfter } from '../../domain/rules/entitlement-periods.js';
import { type Loan, mostYuanDays, type SignedLoanChange } from '../../domain/rules/loans.js';
import type { Application } from '../../domain/schemas/application.js';
import { endEntitlement, grant, lockEntitlement } from '../../prisma/entitlements.js';
import type { EntitlementModel as Entitlement } from '../../prisma/generated/models.js';
import { changeLoan, loanChangesOf } from '../../prisma/loan-changes.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { openCounty } from './support/county-at-work.js';
import { dividendOf } from './support/shareholders.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

describe('entitlements, as sweeps and runs see them', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, 10);
  });
  afterAll(async () => await county?.close());

  const swept = () => county as unknown as Swept;
  const granted = async (
    householdId: string,
    programmeCode: string,
    personal = false,
    loan?: Loan,
  ): Promise<Entitlement & { householdId: string }> => {
    const { db } = county;
    const caseNo = await submit(db, { programmeCode, householdId });
    const person = await db.member.findFirstOrThrow({ where: { householdId }, orderBy: { position: 'desc' } });
    const { input } = await db.case.findUniqueOrThrow({ where: { caseNo } });
    const asked = loan && { input: { ...(input as object), loan: { ...loan } }, quantity: mostYuanDays(loan) };
    const row = await db.case.update({
      where: { caseNo },
      data: { running: false, startedAt: new Date(), personId: personal ? person.id : null, ...asked },
    });
    const programme = await programmeVersion(db, row.programmeDigest);
    await db.$transaction((tx) => grant(tx, { row, programme, decisionNo: '1号', at: new Date(Date.now() - 1000) }));
    return { ...(await db.entitlement.findUniqueOrThrow({ where: { caseNo } })), householdId };
  };
  const now = (caseNo: string) => county.db.entitlement.findUniqueOrThrow({ where: { caseNo } });
  const runsOf = (entitlementNo: string) =>
    county.db.case.findMany({ where: { entitlementNo }, orderBy: { caseNo: 'asc' } });
  const reported = async (householdId: string, kind: 'death' | 'move' | 'birth') =>
    await county.db.householdChange.create({
      data: { householdId, kind, occurredOn: '2026-11-01', reportedBy: 'yl-checker-1' },
    });

  test('a period that is due has one run, and the next is due later; two sweeps at once make no second one', async () => {
    const { caseNo, nextPeriod } = await granted(households[0]!, 'education-aid', true);
    await Promise.all([makeRuns(swept(), 50), makeRuns(swept(), 50)]);
    const [run, ...others] = await runsOf(caseNo);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ period: nextPeriod, amountFen: 150_000n, startedAt: null, running: true });
    const after = await now(caseNo);
    expect(after.periodsLeft).toBe(5);
    expect(after.nextDueAt!.getTime()).toBeGreaterThan(Date.now());
    const { caseNo: _, applicationId: __, outcome: ___, ...same } = run!;
    const again = county.db.case.create({
      data: { ...same, caseNo: 'x', applicationId: 'x', input: {} },
    });
    await expect(again).rejects.toMatchObject({ code: 'P2002' });
  });

  test('with the last period it was granted for it ends, and nothing more is paid', async () => {
    const { caseNo } = await granted(households[1]!, 'education-aid', true);
    const { db } = county;
    await db.entitlement.update({ where: { caseNo }, data: { periodsLeft: 0, nextDueAt: new Date(0) } });
    await makeRuns(swept(), 50);
    expect(await now(caseNo)).toMatchObject({ state: 'ended', endReason: 'allPaid' });
    expect(await runsOf(caseNo)).toEqual([]);
  });

  test('a run finds what the register says by now: the household has left, the person has died', async () => {
    const { db } = county;
    const shared = await granted(households[2]!, 'photovoltaic-dividend');
    const own = await granted(households[2]!, 'education-aid', true);
    await db.entitlement.update({ where: { caseNo: shared.caseNo }, data: { nextDueAt: new Date(0) } });
    await makeRuns(swept(), 50);
    const check = async (caseNo: string) => await checkEntitlement(county, (await runsOf(caseNo))[0]!.caseNo);
    expect(await check(shared.caseNo)).toEqual({ changes: [], recused: [] });
    const left = { standing: 'exited', exitedOn: '2026-11-01' } as const;
    await db.household.update({ where: { id: households[2]! }, data: left });
    expect(await check(shared.caseNo)).toMatchObject({ end: 'householdExited', changes: [] });
    await db.member.update({ where: { id: own.personId! }, data: { status: 'dead', statusSince: '2026-11-01' } });
    expect(await check(own.caseNo)).toMatchObject({ end: 'personDied' });
  });

  test('interest is paid of each year’s days, goes on after the exit, and ends when the loan has fallen due', async () => {
    const { db } = county;
    const year = new Date().getUTCFullYear();
    const loan = { principalYuan: 80_000, from: `${year}-03-10`, until: `${year + 1}-02-01`, basisPoints: 435 };
    const { caseNo, householdId, nextPeriod, nextDueAt } = await granted(
      ...([households[7]!, 'microcredit-interest', false, loan] as const),
    );
    expect([nextPeriod, nextDueAt!.getTime() > Date.now()]).toEqual([String(year), true]);
    await db.household.update({ where: { id: householdId }, data: { standing: 'exited', exitedOn: '2026-11-01' } });
    const due = async () => {
      await db.entitlement.update({ where: { caseNo }, data: { nextDueAt: new Date(0) } });
      await makeRuns(swept(), 50);
    };
    for (const _ of [1, 2]) await due();
    const runs = await runsOf(caseNo);
    // 297 days of the first year, 31 of the second.
    expect(runs.map(({ quantity, amountFen }) => [quantity, amountFen])).toEqual([
      [23_760_000, 287_100n],
      [2_480_000, 29_966n],
    ]);
    expect((await checkEntitlement(county, runs[1]!.caseNo)).end).toBeUndefined();
    await due();
    expect(await runsOf(caseNo)).toHaveLength(2);
    expect(await now(caseNo)).toMatchObject({ state: 'ended', endReason: 'fellDue' });
  });

  test('what two officials signed of a loan after a backup comes back with the run that began with it', async () => {
    const { db } = county;
    const year = new Date().getUTCFullYear();
    const loan = { principalYuan: 60_000, from: `${year}-03-10`, until: `${year + 1}-02-01`, basisPoints: 435 };
    const { caseNo: entitlementNo, nextPeriod } = await granted(households[0]!, 'microcredit-interest', false, loan);
    const change: SignedLoanChange = {
      ...{ id: entitlementNo, kind: 'renewed', until: `${year + 1}-12-01`, basisPoints: 400, paperId: 'contract' },
      ...{ byId: 'yl-approver-2', signedById: 'yl-oversight-1', at: Date.UTC(year, 10, 1) },
    };
    await db.entitlement.update({ where: { caseNo: entitlementNo }, data: { nextDueAt: new Date(0) } });
    await makeRuns(swept(), 50);
    const { input } = (await runsOf(entitlementNo))[0]!;
    const begun = input as unknown as Application;
    const after = { ...loan, until: change.until, basisPoints: 400 };
    const period = periodAfter('year', nextPeriod);
    const run = { ...begun, caseNo: caseNumber('339901', year, 900_001), loan: after };
    const restored = { ...run, run: { entitlementNo, period, loanChanges: [change] } };
    await db.$transaction((tx) => makeCase(tx, restored, new Date()));
    expect(await loanChangesOf(db, entitlementNo)).toEqual([change]);
    expect(await now(entitlementNo)).toMatchObject({
      ...{ loan: after, quantity: mostYuanDays(after), nextPeriod: periodAfter('year', period) },
    });
    await db.$transaction(async (tx) => await changeLoan(tx, await lockEntitlement(tx, entitlementNo), change));
    expect(await loanChangesOf(db, entitlementNo)).toEqual([change]);
  });

  test('of what is paid month after month the review asks once a year: of the first run, or of the next that pays', async () => {
    const { db } = county;
    const { caseNo } = await granted(households[1]!, 'disability-allowance', true);
    const runIn = async (nextPeriod: string) => {
      await db.entitlement.update({ where: { caseNo }, data: { nextPeriod, nextDueAt: new Date(0) } });
      await makeRuns(swept(), 50);
      const made = await db.case.findFirstOrThrow({ where: { entitlementNo: caseNo, period: nextPeriod } });
      return { caseNo: made.caseNo, reviewed: (made.input as unknown as Application).run!.reviewed };
    };
    const first = await runIn('2026-03');
    expect([first.reviewed, (await runIn('2026-04')).reviewed]).toEqual([true, undefined]);
    const outcome = { kind: 'refused', stage: 'periodFunding' };
    await db.case.update({ where: { caseNo: first.caseNo }, data: { running: false, outcome } });
    const next = await runIn('2026-05');
    const paid = { running: false, outcome: { kind: 'completed', amountFen: 1 } };
    await db.case.update({ where: { caseNo: next.caseNo }, data: paid });
    expect([next.reviewed, (await runIn('2026-06')).reviewed]).toEqual([true, undefined]);
    expect((await runIn('2027-01')).reviewed).toBe(true);
  });

  test('a death reported ends at once what was the dead person’s own, and nothing of the others', async () => {
    const own = await granted(households[3]!, 'education-aid', true);
    const shared = await granted(households[3]!, 'photovoltaic-dividend');
    await county.db.member.update({
      where: { id: own.personId! },
      data: { status: 'dead', statusSince: '2026-11-01' },
    });
    await reported(households[3]!, 'death');
    await heedChanges(swept(), 50);
    expect(await now(own.caseNo)).toMatchObject({ state: 'ended', endReason: 'personDied' });
    expect(await now(shared.caseNo)).toMatchObject({ state: 'active' });
    expect(await county.db.outboxMessage.count({ where: { dedupeKey: `${own.caseNo}/ended` } })).toBe(1);
  });

  test('of a premium for each member those who are left are counted; it goes on', async () => {
    const { caseNo, householdId } = await granted(households[8]!, 'pension-premium');
    const { db } = county;
    const present = await db.member.count({ where: { householdId, status: 'present' } });
    await db.entitlement.update({ where: { caseNo }, data: { quantity: present } });
    const someone = await db.member.findFirstOrThrow({ where: { householdId }, orderBy: { position: 'desc' } });
    await db.member.update({ where: { id: someone.id }, data: { status: 'dead', statusSince: '2026-11-01' } });
    await reported(householdId, 'death');
    await heedChanges(swept(), 50);
    expect(await now(caseNo)).toMatchObject({ state: 'active', quantity: present - 1 });
  });

  test('a case is worth what those make it who belong to the household on the day of the change', async () => {
    const { db } = county;
    const { caseNo, householdId } = await granted(households[9]!, 'medical-premium');
    const members = await db.member.findMany({ where: { householdId }, orderBy: { position: 'asc' } });
    await db.case.update({ where: { caseNo }, data: { quantity: members.length } });
    const last = { where: { id: members.at(-1)!.id } };
    await db.member.update({ ...last, data: { status: 'departed', statusSince: '2026-11-01' } });
    const { id } = await reported(householdId, 'move');
    const quantity = members.length - 1;
    expect(await countAnew(county, caseNo, id)).toEqual({ quantity, amountFen: quantity * 40_000 });
    await db.member.update({ ...last, data: { statusSince: '2026-11-02' } });
    expect(await countAnew(county, caseNo, id)).toMatchObject({ quantity: members.length });
  });

  test('of changes since the last period a run is told those that the programme does not pass over', async () => {
    const { caseNo, householdId } = await granted(households[4]!, 'photovoltaic-dividend');
    const { db } = county;
    await db.entitlement.update({ where: { caseNo }, data: { nextDueAt: new Date(0) } });
    const [split] = [
      await db.householdChange.create({
        data: { householdId, kind: 'split', occurredOn: '2026-11-01', reportedBy: 'yl-checker-1' },
      }),
    ];
    await reported(householdId, 'birth');
    await makeRuns(swept(), 50);
    const [run] = await runsOf(caseNo);
    expect((await checkEntitlement(county, run!.caseNo)).changes).toEqual([split!.id]);
  });

  test('of two children of a household the second is granted too, while the first is paid', async () => {
    const { db } = county;
    const { caseNo, householdId, personId } = await granted(households[7]!, 'education-aid', true);
    await makeRuns(swept(), 50);
    const outcome = { kind: 'completed', amountFen: 150_000 };
    await db.case.updateMany({ where: { entitlementNo: caseNo }, data: { running: false, outcome } });
    const second = await submit(db, { programmeCode: 'education-aid', householdId });
    const { period } = (await runsOf(caseNo))[0]!;
    const other = await db.member.findFirstOrThrow({ where: { householdId, id: { not: personId! } } });
    await db.case.update({ where: { caseNo: second }, data: { period, personId: other.id } });
    const found = (await deskCheck(county.world, second)).findings;
    expect(found).not.toContain('PAID_THIS_PERIOD');
    expect(found).not.toContain('ENTITLED_ALREADY');
    await db.case.update({ where: { caseNo: second }, data: { personId } });
    expect((await deskCheck(county.world, second)).findings).toContain('ENTITLED_ALREADY');
  });

  test('a signed dividend that is broken off is handed on where it was: one run each, and one case of the collective', async () => {
    const { db } = county;
    const holders: Entitlement[] = [];
    for (const nth of [0, 1, 6]) holders.push(await granted(households[nth]!, 'photovoltaic-dividend'));
    const no = '339901-2026-D0009';
    await dividendOf(db, no, 300_000n);
    const collective = await db.payee.findFirstOrThrow({ where: { countyCode: '339901', kind: 'collective' } });
    const parts = holders.map(({ caseNo: entitlementNo }, nth) => ({
      ...{ dividendNo: no, entitlementNo, shares: 1, canWork: true, amountFen: nth === 2 ? 0n : 100_000n },
    }));
    await db.dividendPart.createMany({ data: parts });
    const signed = { state: 'approved', collectiveFen: 60_000n, collectiveId: collective.id } as const;
    await db.dividend.update({ where: { no }, data: { ...signed, reserveFen: 40_000n, householdsFen: 200_000n } });
    const broken = `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$`;
    const atSecond = `CREATE TRIGGER broken BEFORE UPDATE ON "DividendPart" FOR EACH ROW
      WHEN (OLD."entitlementNo" = '${parts[1]!.entitlementNo}') EXECUTE FUNCTION broken()`;
    for (const sql of [broken, atSecond]) await db.$executeRawUnsafe(sql);
    await expect(handDividendsOn(swept(), 50)).rejects.toThrow('broken');
    await db.$executeRawUnsafe('DROP TRIGGER broken ON "DividendPart"');
    await Promise.all([handDividendsOn(swept(), 50), handDividendsOn(swept(), 50)]);

    const cases = await db.case.findMany({ where: { period: no }, orderBy: { amountFen: 'asc' } });
    expect(cases.map(({ amountFen, householdId }) => [amountFen, householdId !== null])).toEqual([
      [60_000n, false],
      [100_000n, true],
      [100_000n, true],
    ]);
    const [share] = cases;
    expect(share).toMatchObject({ payeeId: collective.id, areaCode: collective.areaCode, running: true });
    expect(await db.dividend.findUniqueOrThrow({ where: { no } })).toMatchObject({ state: 'handedOn', keptFen: 0n });
    expect(await db.logEntry.count({ where: { caseNo: share!.caseNo, kind: 'submitted' } })).toBe(1);
    const both = db.case.update({ where: { caseNo: share!.caseNo }, data: { householdId: households[6]! } });
    await expect(both).rejects.toThrow('Case_of_one');
  });

  test('ended twice it ends once, with the first reason', async () => {
    const { caseNo } = await granted(households[5]!, 'education-aid', true);
    const end = (reason: 'byOffice' | 'allPaid') =>
      county.db.$transaction((tx) => endEntitlement(tx, county.keyring, caseNo, { end: reason, at: new Date() }));
    expect(await end('byOffice')).toBe(true);
    expect(await end('allPaid')).toBe(false);
    expect(await now(caseNo)).toMatchObject({ endReason: 'byOffice', nextDueAt: null });
  });

  test('no run is made while the engine is behind with two hundred cases', async () => {
    const { caseNo, householdId, areaCode } = await granted(households[6]!, 'education-aid', true);
    const { db } = county;
    const like = await db.case.findUniqueOrThrow({ where: { caseNo } });
    const { programmeDigest, policyDigest, countyCode, programmeCode } = like;
    await db.case.createMany({
      data: Array.from({ length: 200 }, (_, index) => ({
        ...{
          householdId,
          areaCode,
          programmeDigest,
          policyDigest,
          countyCode,
          programmeCode,
          quantity: 1,
          amountFen: 1n,
        },
        ...{ caseNo: `wave-${index}`, applicationId: `wave-${index}`, period: `wave-${index}`, input: {} },
      })),
    });
    expect(await makeRuns(swept(), 50)).toBe(0);
    expect(await runsOf(caseNo)).toEqual([]);
  });
});
