import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { destroyPapers } from '../../api/papers/destroy.js';
import { pathOf } from '../../api/papers/store.js';
import { sha256 } from '../../platform/digest.js';
import type { Tx } from '../../prisma/client.js';
import { eraseHousehold } from '../../prisma/erase-household.js';
import { papersAreToGo } from '../../prisma/papers-to-go.js';
import { householdKey } from '../../prisma/household.js';
import { log } from '../../prisma/log-entries.js';
import { sealColumn } from '../../prisma/sealed.js';
import { canonical } from '../../proof/canonical.js';
import type { Finding } from '../../proof/finding.js';
import { eventually } from '../support/eventually.js';
import { lent, RENEWED, RENEWED_AGAIN } from './support/lent.js';
import { tamperWithPayees } from './support/payees-tampered.js';
import { personalTo, tablesWith } from '../support/personal.js';
import { ProvedCases } from './support/proved-cases.js';
import type { ProvedCounty } from './support/proved-county.js';

import { kinds, Tampered } from './support/tampered.js';

describe('Whoever has full rights over the database and the engine', () => {
  let tampered: Tampered;
  let county: ProvedCounty;
  let cases: ProvedCases;
  let paid: string;
  let other: string;
  beforeAll(async () => {
    tampered = await Tampered.open();
    ({ county, cases, paid, other } = tampered);
  }, 240_000);
  afterAll(async () => await tampered?.close());
  const verify = () => tampered.verify();
  const after = (...asked: Parameters<Tampered['after']>) => tampered.after(...asked);

  test('has changed nothing: there is no finding', async () => {
    expect(await verify()).toEqual([]);
  });

  test('has changed nothing: nor is it a finding that a case goes on while it is looked at', async () => {
    const caseNo = await cases.submitted();
    const going = cases.paid(caseNo).then(() => true);
    const found: Finding[] = [];
    do found.push(...(await tampered.verifyCases([caseNo])));
    while (!(await Promise.race([going, Promise.resolve(false)])));
    expect(found).toEqual([]);
    await county.sealed(caseNo);
  });

  test('changes what somebody wrote, under the key of the household too, or deletes it', async () => {
    const { db, keyring } = county;
    const onFindings = await db.auditFindingAct.findMany();
    const decided = { caseNo: paid, id: { notIn: onFindings.map(({ wordsId }) => wordsId) } };
    const one = await db.words.findFirstOrThrow({ where: decided });
    const { id, householdId, salt } = one;
    const textSealed = sealColumn(await householdKey(db, keyring, householdId!), 'wordsText', '不属实');
    const where = { id };
    const words = { kind: 'wordsAltered', subject: paid, at: id, proved: one.sha256 };
    expect(await after((tx) => tx.words.update({ where, data: { textSealed } }))).toMatchObject([words]);
    const digest = sha256(salt + '不属实');
    const withDigest = await after((tx) => tx.words.update({ where, data: { textSealed, sha256: digest } }));
    expect(withDigest).toMatchObject([{ ...words, found: digest }]);
    expect(await after((tx) => tx.words.delete({ where }))).toMatchObject([{ ...words, kind: 'wordsMissing' }]);
  });

  test('changes the rules that cases began under, or takes them away', async () => {
    const { programmeDigest: digest } = await county.db.case.findUniqueOrThrow({ where: { caseNo: paid } });
    const { body } = await county.db.programme.findUniqueOrThrow({ where: { digest } });
    const altered = { ...(body as object), name: { zh: '养蜂', en: 'Bees' } };
    const changed = await after((tx) => tx.programme.update({ where: { digest }, data: { body: altered } }));
    expect(changed).toMatchObject([{ kind: 'ruleAltered', subject: digest }]);
    const gone = await after((tx) => tx.programme.delete({ where: { digest } }));
    expect(gone).toMatchObject([{ kind: 'ruleMissing', subject: digest }]);
  });

  test('changes an amount', async () => {
    const findings = await after((tx) => tx.case.update({ where: { caseNo: paid }, data: { amountFen: 1n } }));
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'caseDiffers', subject: paid, at: 'amountFen', found: '1' }),
    ]);
  });

  test('changes a recorded step, its digest too', async () => {
    const step = await county.db.caseEvent.findFirstOrThrow({ where: { caseNo: paid, kind: 'amountSet' } });
    const body = { ...(step.body as object), amountFen: 1 };
    const digest = sha256(canonical({ seq: step.seq, kind: step.kind, at: step.at.getTime(), ...body }));
    const where = { caseNo_strand_seq: { caseNo: paid, strand: 'case' as const, seq: step.seq } };
    const findings = await after((tx) => tx.caseEvent.update({ where, data: { body, digest } }));
    expect(findings).toMatchObject([{ kind: 'stepDiffers', subject: paid, at: `case/${step.seq}` }]);
  });

  test('deletes a step, or adds one', async () => {
    const where = { caseNo: paid, strand: 'case' as const };
    expect(await after((tx) => tx.caseEvent.deleteMany({ where: { ...where, seq: 5 } }))).toMatchObject([
      { kind: 'stepMissing', subject: paid, at: 'case/5' },
    ]);
    const added = { ...where, seq: 99, kind: 'objected', body: { objectionId: 'x' }, digest: 'x', at: new Date() };
    expect(await after((tx) => tx.caseEvent.createMany({ data: [added] }))).toMatchObject([
      { kind: 'stepAdded', subject: paid, at: 'case/99' },
    ]);
  });

  test('inserts a case', async () => {
    const row = await county.db.case.findUniqueOrThrow({ where: { caseNo: paid } });
    const [caseNo, applicationId] = ['339901-2026-999999-4', randomUUID()];
    const data = {
      ...row,
      caseNo,
      applicationId,
      startedAt: null,
      input: row.input as object,
      outcome: row.outcome as object,
    };
    expect(await after((tx) => tx.case.createMany({ data: [data] }))).toContainEqual({
      kind: 'caseUnlogged',
      subject: caseNo,
    });
  });

  test('deletes a case with all that belongs to it', async () => {
    const where = { caseNo: paid };
    const findings = await after(async (tx) => {
      for (const table of ['CaseEvent', 'Task', 'Payment', 'Review', 'Commitment', 'ActSignature', 'Seal', 'Case']) {
        await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "caseNo" = '${where.caseNo}'`);
      }
    });
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'caseMissing', subject: paid }));
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'sealMissing', subject: paid }));
  });

  test('swaps two papers, or their bytes', async () => {
    const { applicationId } = await county.db.case.findUniqueOrThrow({ where: { caseNo: paid } });
    const [one, two] = await county.db.paper.findMany({ where: { applicationId }, orderBy: { kind: 'asc' } });
    const swapped = await after(async (tx) => {
      await tx.paper.update({ where: { id: one!.id }, data: { sha256: two!.sha256 } });
      await tx.paper.update({ where: { id: two!.id }, data: { sha256: one!.sha256 } });
    });
    expect(swapped).toMatchObject([
      { kind: 'paperSwapped', subject: paid },
      { kind: 'paperSwapped', subject: paid },
    ]);
    const file = pathOf(cases.home, one!.sha256);
    const bytes = readFileSync(file);
    const altered = await after(() => Promise.resolve(writeFileSync(file, 'another')));
    expect(altered).toMatchObject([{ kind: 'paperAltered', subject: paid, at: one!.kind }]);
    writeFileSync(file, bytes);
  });

  test('changes whom an order pays, how much, or adds one', async () => {
    const [mine, others] = [`${paid}-P1`, `${other}-P1`];
    const { accountId, payeeSealed } = await county.db.payment.findUniqueOrThrow({ where: { reference: others } });
    const where = { reference: mine };
    const payee = await after((tx) => tx.payment.update({ where, data: { accountId, payeeSealed } }));
    expect(payee).toMatchObject([
      { kind: 'payeeDiffers', subject: mine, at: 'accountId' },
      { kind: 'payeeDiffers', subject: mine, at: 'payeeSha256' },
    ]);
    const amount = await after((tx) => tx.payment.update({ where, data: { amountFen: 7n } }));
    expect(amount).toContainEqual(
      expect.objectContaining({ kind: 'paymentDiffers', subject: mine, at: 'amountFen', found: '7' }),
    );
    const order = await county.db.payment.findUniqueOrThrow({ where });
    const added = { ...order, reference: `${paid}-P9`, attempt: 9, state: 'cancelled' as const };
    const findings = await after((tx) => tx.payment.createMany({ data: [added] }));
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'paymentAdded', subject: added.reference }));
  });

  test('changes whom a case pays with the consent of its household, takes the consent away, or invents another', async () => {
    const { running } = tampered;
    const [one, two] = await county.db.payee.findMany({
      where: { countyCode: '339901' },
      orderBy: { id: 'asc' },
      take: 2,
    });
    await cases.agreed(running, one!.id);
    expect(await tampered.verifyCases([running])).toEqual([]);
    const choice = await county.db.payeeChoice.findFirstOrThrow({ where: { caseNo: running } });
    const where = { id: choice.id };
    const differs = { kind: 'choiceDiffers', subject: running, at: choice.source };
    const another = await after((tx) => tx.payeeChoice.update({ where, data: { payeeId: two!.id } }));
    expect(another).toMatchObject([
      { ...differs, proved: expect.stringContaining(one!.id), found: expect.stringContaining(two!.id) },
    ]);
    expect(await after((tx) => tx.payeeChoice.delete({ where }))).toMatchObject([{ ...differs, found: '—' }]);
    const added = { caseNo: running, payeeId: two!.id, chosenById: choice.chosenById, source: 'case/99' };
    expect(await after((tx) => tx.payeeChoice.create({ data: added }))).toMatchObject([
      { ...differs, at: 'case/99', proved: '—' },
    ]);
  });

  tamperWithPayees(() => tampered);

  test('changes what two signed of a loan, before a run or after it, deletes it, invents another, or changes the loan', async () => {
    const [loanNo, runNo] = await lent(county, cases);
    const look = (tx: Tx) => tampered.verifyCases([loanNo, runNo], tx);
    expect(await look(county.db)).toEqual([]);
    const later = (tx: Tx, { id }: { id: string }) =>
      tx.loanChange.update({ where: { id }, data: { until: '2099-01-01' } });
    const differs = { kind: 'loanChangeDiffers', subject: loanNo, found: '2099-01-01' };
    expect(await after((tx) => later(tx, RENEWED_AGAIN), look)).toEqual([
      { ...differs, at: 'renewed after renewed until', proved: RENEWED_AGAIN.until },
    ]);
    expect(await after((tx) => later(tx, RENEWED), look)).toEqual([
      { ...differs, at: 'renewed before renewed until', proved: RENEWED.until },
      expect.objectContaining({ kind: 'loanChangeDiffers', subject: runNo, at: 'renewed before renewed' }),
    ]);
    const gone = await after((tx) => tx.loanChange.delete({ where: { id: RENEWED_AGAIN.id } }), look);
    expect(gone).toMatchObject([{ kind: 'loanChangeMissing', subject: loanNo, at: 'renewed after renewed' }]);
    const added = {
      entitlementNo: loanNo,
      id: 'invented',
      kind: 'repaid',
      until: '2099-01-01',
      byId: 'yl-approver-2',
    };
    expect(await after((tx) => tx.loanChange.create({ data: added }), look)).toMatchObject([
      { kind: 'loanChangeUnlogged', subject: loanNo, at: 'invented repaid' },
    ]);
    const where = { caseNo: loanNo };
    const loan = { principalYuan: 100_000, from: '2026-01-10', until: '2099-01-01', basisPoints: 435 };
    expect(await after((tx) => tx.entitlement.update({ where, data: { loan, quantity: 1 } }), look)).toMatchObject([
      { kind: 'loanDiffers', subject: loanNo, at: 'loan', found: expect.stringContaining('100000') },
      { kind: 'loanDiffers', subject: loanNo, at: 'days', found: '1' },
    ]);
  }, 60_000);

  test('changes the ledger, so that it still agrees with itself', async () => {
    const findings = await after(async (tx) => {
      const spent = await tx.ledgerTransaction.findFirstOrThrow({
        where: { caseNo: paid, kind: 'spent' },
        include: { entries: true },
      });
      for (const { id, accountId, amountFen } of spent.entries) {
        const moved = amountFen > 0n ? -100n : 100n;
        await tx.$executeRaw`UPDATE "LedgerEntry" SET "amountFen" = "amountFen" + ${moved} WHERE "id" = ${id}`;
        await tx.$executeRaw`UPDATE "LedgerAccount" SET "balanceFen" = "balanceFen" + ${moved} WHERE "id" = ${accountId}`;
      }
    });
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'ledgerDiffers', subject: `${paid}-P1` }));
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'rowsDiffer', subject: 'ledger' }));
  });

  test('deletes the signature of a decision, or changes what was signed', async () => {
    const deleted = await after((tx) => tx.actSignature.deleteMany({ where: { caseNo: paid } }));
    expect(kinds(deleted)).toEqual(['actUnsigned']);
    const by = { id: 'somebody', role: 'countyChecker', officeId: 'x' };
    const changed = await after(async (tx) => {
      const one = await tx.actSignature.findFirstOrThrow({ where: { caseNo: paid } });
      const { caseNo, actId, signature } = one;
      const act = { ...(one.act as object), by };
      await tx.actSignature.update({ where: { caseNo_actId_signature: { caseNo, actId, signature } }, data: { act } });
    });
    expect(changed).toMatchObject([{ kind: 'actForged', subject: paid }]);
  });

  test('changes the name of an official or an office, or deletes what was read', async () => {
    const { id } = await county.db.official.findFirstOrThrow({ where: { roles: { has: 'countyChecker' } } });
    const renamed = await after((tx) => tx.official.update({ where: { id }, data: { name: '张三' } }));
    expect(renamed).toMatchObject([{ kind: 'registerDiffers', subject: id, found: expect.stringContaining('张三') }]);
    const office = await county.db.office.findFirstOrThrow();
    const moved = await after((tx) => tx.office.update({ where: { id: office.id }, data: { name: '另一办公室' } }));
    expect(moved).toMatchObject([{ kind: 'registerDiffers', subject: office.id }]);
    expect(await after((tx) => tx.personalRead.deleteMany())).toMatchObject([{ kind: 'rowsDiffer', subject: 'reads' }]);
  });

  test('changes an archive file, its catalogue or how long it is kept, or takes it away', async () => {
    const where = { caseNo: paid };
    const changes = [
      (tx: Tx) => tx.archiveFile.update({ where, data: { keptUntil: '2027-12-31' } }),
      (tx: Tx) => tx.archiveFile.update({ where, data: { state: 'destroyed' } }),
      (tx: Tx) => tx.archiveItem.updateMany({ where: { ...where, no: 2 }, data: { sha256: '0'.repeat(64) } }),
      (tx: Tx) => tx.archiveFile.delete({ where }),
    ];
    for (const change of changes)
      expect(await after(change)).toMatchObject([{ kind: 'archiveDiffers', subject: paid }]);
  });

  test('erases a household without an act for it; by the acts of two, its cases still verify, one that the engine has forgotten too', async () => {
    const workflowExecution = { workflowId: paid };
    await county.env.client.workflowService.deleteWorkflowExecution({ namespace: 'default', workflowExecution });
    await eventually(
      async () => {
        for await (const _ of county.env.client.workflow.list({ query: `WorkflowId = '${paid}'` })) return false;
        return true;
      },
      (gone) => gone,
    );
    const { householdId } = await county.db.case.findUniqueOrThrow({ where: { caseNo: paid } });
    expect(await after(() => Promise.resolve())).toEqual([]);
    const id = householdId!;
    const key = (tx: Tx) => tx.household.update({ where: { id }, data: { wrappedKey: Buffer.alloc(0) } });
    expect(kinds(await after(key))).toEqual(['erasedUnlogged']);
    const who = await personalTo(county, id);
    expect(await tablesWith(county.db, who)).not.toEqual([]);
    let left: string[] = [];
    const erased = await after(async (tx) => {
      await destroyed(tx, id);
      left = await tablesWith(tx, who);
    });
    expect([erased, left]).toEqual([[], []]);
  });

  /** Every file of a household, by the acts of two, and with them the household and its papers. */
  async function destroyed(tx: Tx, householdId: string): Promise<void> {
    await tx.household.update({ where: { id: householdId }, data: { standing: 'exited' } });
    const files = await tx.archiveFile.findMany({ where: { case: { householdId } } });
    const by = { id: 'yl-oversight-1', role: 'countySupervisor', officeId: 'yl-oversight' } as const;
    for (const { caseNo, archiveNo } of files) {
      await tx.archiveFile.update({ where: { caseNo }, data: { state: 'destroyed' } });
      await log(tx, { kind: 'archiveAct', act: 'destroyed', caseNo, archiveNo, by, wordsSha256: sha256('') });
    }
    await papersAreToGo(tx, { application: { caseNo: { in: files.map(({ caseNo }) => caseNo) } } });
    await destroyPapers(tx, cases.home);
    expect(await eraseHousehold(tx, householdId)).toBe(true);
  }
});
