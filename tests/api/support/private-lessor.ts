import { expect, test } from '@jest/globals';
import { creditCodeOf } from '../../../domain/rules/credit-code.js';
import { endOfNumber, maskName } from '../../../domain/rules/masking.js';
import { householdKey } from '../../../prisma/household.js';
import { openMessage } from '../../../prisma/outbox.js';
import { openColumn } from '../../../prisma/sealed.js';
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
  readonly toApproval: (caseNo: string) => Promise<void>;
  readonly announced: (caseNo: string) => Promise<void>;
  readonly ended: (caseNo: string) => Promise<{ outcome: unknown }>;
}

/** 长期租赁: its rent is paid to a private person who is a lessor; a test of the file that has the servers. */
export function payALessor(ground: () => Ground): void {
  test('A long lease in place of a renovation: its rent goes to the lessor where the household agrees; nobody but the bank and the register has the name of a private person', async () => {
    const { api, officials, households, applied, upload, toApproval, announced, ended } = ground();
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

    const leases = async (caseNo: string, said: object = {}) => {
      const lease = { reasonCode: 'LONG_LEASE', words: '独居老人，无力建房', ...said };
      return (await officials.decide(caseNo, 'housingApproval', 'houseOtherwise', lease)).body;
    };
    const begins = async (householdId: string) => {
      const visitor = await household(api, householdId);
      const { id, submission } = await applied(visitor);
      const caseNo = submission.body.caseNo as string;
      const agreementId = await upload(visitor, id, 'payeeAgreement');
      const consent = () => visitor.post(`/api/applications/${id}/payee`, { payeeId: body.id, agreementId });
      const named = async () => (await visitor.get(`/api/applications/${id}/payees?limit=100`)).body.items;
      await toApproval(caseNo);
      return { visitor, caseNo, consent, named };
    };
    const own = await begins(households[9]!);
    await leases(own.caseNo, { rentMonths: 12 });
    expect((await own.consent()).body.code).toBe('PAYEE_UNFIT');

    const { visitor, caseNo, consent, named } = await begins(households[8]!);
    expect((await consent()).body.code).toBe('PAYEE_UNFIT');
    for (const said of [{}, { rentMonths: 11 }, { rentMonths: 36, reasonCode: 'PUBLIC_HOUSING' }])
      expect(await leases(caseNo, said)).toMatchObject({
        code: 'RENT_MONTHS_UNFIT',
        errors: [{ field: 'rentMonths' }],
      });
    expect((await leases(caseNo, { rentMonths: 36 })).stage).toBe('noticePosting');
    const { items } = (await api.visitor().get('/api/notices?area=339901')).body;
    const notice = items.find(({ no }: { no: string }) => no.startsWith(caseNo));
    expect(notice.body).toMatchObject({ amountFen: 1_080_000, quantityText: { zh: '长期租赁36个月' } });
    expect(notice.body).toMatchObject({ standard: { zh: expect.stringContaining('每月补助300.00元') } });
    expect(new Set((await named()).map(({ kind }: { kind: { code: string } }) => kind.code))).toEqual(
      new Set(['lessor']),
    );
    expect((await consent()).status).toBe(204);
    expect((await visitor.get(`/api/cases/${caseNo}`)).body).toMatchObject({
      ...{ payee: { name: maskName(name) }, rentMonths: 36, amountFen: 1_080_000 },
    });
    await announced(caseNo);
    expect((await officials.decide(caseNo, 'otherHousing', 'housed')).body.stage).toBe('paymentPreparation');
    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');
    expect((await ended(caseNo)).outcome).toEqual({ kind: 'housedOtherwise', amountFen: 1_080_000 });
    expect(await api.db.house.findUniqueOrThrow({ where: { caseNo } })).toMatchObject({ state: 'housedOtherwise' });
    expect(await api.db.review.count({ where: { caseNo } })).toBe(1);
    const { reference } = await api.db.payment.findFirstOrThrow({ where: { caseNo } });
    expect((await finance.get(`/api/payments/${reference}`)).body).toMatchObject({
      payee: { name, account: account.number },
      paidTo: { name: maskName(name) },
    });
    const told = await api.db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `${caseNo}/` } } });
    const texts = told.map((message) => openMessage(api.keyring, message).text).join();
    expect(texts).toContain('长期租赁36个月，租金核定补助10,800.00元');
    expect(texts).not.toContain(name);
  });
}
