import { expect, test } from '@jest/globals';
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
  readonly toApproval: (caseNo: string) => Promise<void>;
  readonly announced: (caseNo: string) => Promise<void>;
  readonly ended: (caseNo: string) => Promise<{ outcome: unknown }>;
}

/** A renovation that is paid to a private person who is a lessor: a test of the file that has the servers. */
export function payALessor(ground: () => Ground): void {
  test('A lessor who is a private person is paid where the household agrees; nobody but the bank and the register has his name', async () => {
    const { api, officials, households, applied, upload, toApproval, announced, ended } = ground();
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
    await toApproval(caseNo);
    await officials.decide(caseNo, 'housingApproval', 'pass');
    await announced(caseNo);
    await officials.taskAt(caseNo, 'worksStart');
    const photos = [await upload(visitor, id, 'beforePhoto')];
    for (const step of ['works-start', 'completion'])
      await visitor.post(`/api/applications/${id}/${step}`, { paperIds: photos });
    await officials.decide(caseNo, 'worksAcceptance', 'pass');
    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');
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
