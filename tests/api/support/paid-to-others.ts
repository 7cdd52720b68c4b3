import { beforeAll, describe, expect, test } from '@jest/globals';
import { creditCodeOf } from '../../../domain/rules/credit-code.js';
import { endOfNumber, maskName } from '../../../domain/rules/masking.js';
import { householdKey } from '../../../prisma/household.js';
import { openMessage } from '../../../prisma/outbox.js';
import { openColumn } from '../../../prisma/sealed.js';
import { newVersion } from '../../support/new-version.js';
import type { Api } from './api.js';
import type { Officials } from './officials.js';
import { household } from './people.js';
import type { Visitor } from './visitor.js';

/** What renovations are tried with. */
interface Ground {
  readonly api: Api;
  readonly officials: Officials;
  readonly households: readonly string[];
  readonly applied: (visitor: Visitor) => Promise<{ id: string; submission: Awaited<ReturnType<Visitor['post']>> }>;
  readonly upload: (visitor: Visitor, id: string, kind: string) => Promise<string>;
  /** Approved, built, accepted, ordered and reviewed. */
  readonly toPayment: (visitor: Visitor, id: string, caseNo: string) => Promise<void>;
  readonly ended: (caseNo: string) => Promise<{ outcome: unknown }>;
}

/** Renovations that are paid to somebody else than the household: tests of the file that has the servers. */
export function paidToOthers(ground: () => Ground): void {
  let api: Api;
  let officials: Officials;
  let households: readonly string[];
  let applied: Ground['applied'];
  let upload: Ground['upload'];
  let toPayment: Ground['toPayment'];
  let ended: Ground['ended'];
  beforeAll(() => {
    ({ api, officials, households, applied, upload, toPayment, ended } = ground());
  });

  describe('Works that the government organises', () => {
    const contractor = {
      ...{ kind: 'contractor', name: '演练县建工公司', creditCode: creditCodeOf('91339901MA1234567'), area: '339901' },
      ...{ bankName: '演示农村商业银行', number: '6228480200000110000' },
    };
    let maker: Visitor;
    let finance: Visitor;

    test('are paid to a contractor that one official has entered and another one signed', async () => {
      maker = await officials.as('yl-maker-1');
      finance = await officials.as('yl-finance-1');
      const wrong = await maker.post('/api/payees', {
        ...contractor,
        creditCode: '91339901MA12345670',
        area: '339901100',
      });
      expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(['creditCode', 'area']);
      const { status, body } = await maker.post('/api/payees', contractor);
      expect([status, body]).toMatchObject([201, { account: null, waiting: { number: contractor.number } }]);
      expect((await maker.post('/api/payees', contractor)).body.code).toBe('PAYEE_KNOWN');
      const another = { bankName: contractor.bankName, number: '6228480200000119999' };
      expect((await maker.post(`/api/payees/${body.id}/account`, another)).body.code).toBe('PAYEE_WAITS');
      const path = `/api/payees/${body.id}/signature`;
      expect((await maker.post(path, { accountId: body.waiting.id, agrees: true })).body.code).toBe('NOT_ALLOWED');
      const signed = await finance.post(path, { accountId: body.waiting.id, agrees: true });
      expect(signed.body).toMatchObject({ waiting: null, account: { id: body.waiting.id } });
      expect((await finance.post(path, { accountId: body.waiting.id, agrees: false })).body.code).toBe(
        'PROPOSAL_CHANGED',
      );
      const { items } = (await finance.get('/api/payees?kind=contractor&limit=1')).body;
      expect(items).toMatchObject([{ id: body.id, name: contractor.name, area: { name: '演练县' } }]);
      const stored = JSON.stringify(await api.db.payeeAccount.findMany({ where: { payeeId: body.id } }));
      expect(stored).not.toContain(contractor.number);
    });

    test('with the consent and agreement of the household; what comes back is put right in the register', async () => {
      const visitor = await household(api, households[6]!);
      const { id, submission } = await applied(visitor);
      const { caseNo } = submission.body;
      const { items } = (await visitor.get(`/api/applications/${id}/payees?limit=100`)).body;
      const { id: payeeId } = items.find(({ name }: { name: string }) => name === contractor.name);
      const consent = (said: object) => visitor.post(`/api/applications/${id}/payee`, said);
      expect((await consent({ payeeId })).body).toMatchObject({
        code: 'PAPERS_MISSING',
        errors: [{ field: 'agreementId' }],
      });
      const agreementId = await upload(visitor, id, 'payeeAgreement');
      const insurer = await api.db.payee.findFirstOrThrow({ where: { countyCode: '339901', kind: 'insurer' } });
      expect((await consent({ payeeId: insurer.id, agreementId })).body.code).toBe('PAYEE_UNFIT');
      expect((await consent({ payeeId, agreementId })).status).toBe(204);
      expect((await visitor.get(`/api/cases/${caseNo}`)).body.payee).toMatchObject({ name: contractor.name });
      expect((await consent({ payeeId: null })).status).toBe(204);
      expect((await visitor.get(`/api/cases/${caseNo}`)).body.payee).toBeNull();
      expect((await consent({ payeeId, agreementId })).status).toBe(204);
      const official = (await officials.as('yl-approver-1')).post(`/api/cases/${caseNo}/payee`, { payeeId });
      expect((await official).body.code).toBe('PAYEE_UNFIT');

      await toPayment(visitor, id, caseNo);
      expect((await officials.taskAt(caseNo, 'accountCorrection')).role).toBe('paymentMaker');
      expect((await visitor.post(`/api/applications/${id}/account`, { confirm: true })).body.code).toBe('NOT_AWAITED');
      const sound = { bankName: contractor.bankName, number: '6228480200000110011' };
      const { waiting } = (await maker.post(`/api/payees/${payeeId}/account`, sound)).body;
      await finance.post(`/api/payees/${payeeId}/signature`, { accountId: waiting.id, agrees: true });
      await officials.decide(caseNo, 'paymentPreparation', 'prepare');
      await officials.decide(caseNo, 'paymentReview', 'pass');
      expect((await ended(caseNo)).outcome).toMatchObject({ kind: 'completed' });

      const orders = await api.db.payment.findMany({ where: { caseNo }, orderBy: { attempt: 'asc' } });
      expect(orders).toMatchObject([{ state: 'reissued' }, { state: 'credited', accountId: waiting.id }]);
      const { payments } = (await visitor.get(`/api/cases/${caseNo}`)).body;
      expect(payments.at(-1).paidTo).toMatchObject({ name: contractor.name, kind: { code: 'contractor' } });
      const detail = (await finance.get(`/api/payments/${orders[1]!.reference}`)).body;
      expect(detail.payee).toEqual({ name: contractor.name, account: sound.number });
      const told = await api.db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `${caseNo}/` } } });
      const texts = told.map((message) => openMessage(api.keyring, message).text).join('\n');
      expect(texts).toContain(`已付给${contractor.name}`);
      expect(texts).toContain('您无需办理');
      expect(texts).not.toContain('请登录核对或更正收款账户');
    });
  });

  test('A lessor who is a private person is paid where the household agrees; nobody but the bank and the register has his name', async () => {
    await newVersion(api.db, 'renovation', { orPayTo: 'lessor' });
    const [head] = await api.db.member.findMany({
      where: { householdId: households[9]! },
      orderBy: { position: 'asc' },
    });
    const key = await householdKey(api.db, api.keyring, households[9]!);
    const name = openColumn(key, 'memberName', head!.nameSealed);
    const idNumber = openColumn(key, 'memberIdNumber', head!.idNumberSealed);
    const account = { bankName: '演示农村商业银行', number: '6228480200000440011' };
    const maker = await officials.as('yl-maker-1');
    const lessor = { ...account, kind: 'lessor', name, idNumber, area: '339901' };
    const wrong = async (said: object) => {
      const { body } = await maker.post('/api/payees', { ...lessor, ...said });
      return body.errors.map(({ field }: { field: string }) => field);
    };
    expect(await wrong({ idNumber: '330127194912310021' })).toEqual(['idNumber']);
    expect(await wrong({ creditCode: creditCodeOf('91339901MA7777777') })).toEqual(['creditCode']);
    expect(await wrong({ kind: 'contractor' })).toEqual(['idNumber']);
    const { status, body } = await maker.post('/api/payees', lessor);
    expect([status, body]).toMatchObject([201, { name, creditCode: null, idNumber: endOfNumber(idNumber) }]);
    expect((await maker.post('/api/payees', lessor)).body.code).toBe('PAYEE_KNOWN');
    const finance = await officials.as('yl-finance-1');
    const signature = { accountId: body.waiting.id, agrees: true };
    expect((await finance.post(`/api/payees/${body.id}/signature`, signature)).status).toBe(200);
    const stored = await api.db.payee.findUniqueOrThrow({ where: { id: body.id } });
    expect([stored.name, JSON.stringify(stored).includes(idNumber)]).toEqual([maskName(name), false]);

    const agrees = async (householdId: string) => {
      const visitor = await household(api, householdId);
      const { id, submission } = await applied(visitor);
      const agreementId = await upload(visitor, id, 'payeeAgreement');
      const consent = await visitor.post(`/api/applications/${id}/payee`, { payeeId: body.id, agreementId });
      return { visitor, id, caseNo: submission.body.caseNo as string, consent };
    };
    expect((await agrees(households[9]!)).consent.body.code).toBe('PAYEE_UNFIT');
    const { visitor, id, caseNo, consent } = await agrees(households[8]!);
    expect(consent.status).toBe(204);
    expect((await visitor.get(`/api/cases/${caseNo}`)).body.payee).toMatchObject({ name: maskName(name) });
    await toPayment(visitor, id, caseNo);
    expect((await ended(caseNo)).outcome).toMatchObject({ kind: 'completed' });
    const { reference } = await api.db.payment.findFirstOrThrow({ where: { caseNo } });
    expect((await finance.get(`/api/payments/${reference}`)).body).toMatchObject({
      payee: { name, account: account.number },
      paidTo: { name: maskName(name) },
    });
    const told = await api.db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `${caseNo}/` } } });
    expect(told.map((message) => openMessage(api.keyring, message).text).join()).not.toContain(name);
  });
}
