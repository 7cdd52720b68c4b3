import { creditCodeOf } from '../../../domain/rules/credit-code.js';
import { verifyItems } from '../../../cli/verify/verify-items.js';
import { CountyCodec } from '../../../platform/codec.js';
import { REHEARSAL } from '../../../prisma/seed/counties.js';
import { sealColumn } from '../../../prisma/sealed.js';
import { helperOf } from '../../../prisma/seed/officials.js';
import type { Finding } from '../../../proof/finding.js';
import { workflowBundle } from '../../support/servers.js';
import type { Api } from './api.js';
import { photo } from './drafts.js';
import type { Officials } from './officials.js';
import { signedInByPhone } from './people.js';
import type { Visitor } from './visitor.js';

/** A key village of the rehearsal county, whose collective may apply itself. */
export const KEY_VILLAGE = '339901100203';

/** The helper of a village, signed in. */
export const helperOfVillage = async (api: Api, villageCode: string): Promise<Visitor> =>
  await signedInByPhone(api, helperOf(REHEARSAL, villageCode).phone);

/** Another helper of a village, signed in. */
export async function helperBeside(api: Api, villageCode: string): Promise<Visitor> {
  const [phone, { key }] = ['13900001111', api.keyring.county(villageCode.slice(0, 6))];
  const nameSealed = sealColumn(key, 'helperName', '同村代办');
  await api.db.helper.create({ data: { villageCode, nameSealed, phoneHash: api.keyring.lookup('phone', phone) } });
  return await signedInByPhone(api, phone);
}

/** What a village collective asks for: the interest of its loan. */
export const LOAN = { principalYuan: 300_000, basisPoints: 435 };

/** Fills a collective's draft in, with the decision of its members; its number when it is submitted. */
export async function collectiveFiles(visitor: Visitor, id: string, loan: object): Promise<string> {
  const application = `/api/applications/${id}`;
  await visitor.patch(application, { loan, registerConfirmed: true });
  for (const kind of ['collectiveDecision', 'loanContract', 'interestStatement'])
    await visitor.upload(`${application}/papers`, { kind }, photo());
  const { status, body } = await visitor.post(`${application}/submission`);
  if (status !== 201) throw new Error(`${status} ${body.code} ${JSON.stringify(body.errors)}`);
  return body.caseNo as string;
}

/** What verification finds of cases: their records against their histories, which are replayed. */
export async function differencesOf({ db, keyring, env, home }: Api, caseNos: readonly string[]): Promise<Finding[]> {
  const sources = { db, keyring, codec: new CountyCodec(keyring), client: env.client, home };
  const verifier = { sources, workflows: workflowBundle() };
  const verified = await verifyItems({ ...verifier, replayed: new Set() }, caseNos);
  return verified.flatMap(({ findings }) => [...findings]);
}

/** Enters a collective of a village of the rehearsal county, with an account that the bank turns out to have closed. */
export async function entersCollective(api: Api, officials: Officials): Promise<string> {
  const { code: area } = await api.db.area.findFirstOrThrow({
    where: { code: { startsWith: '339901' }, level: 'village' },
  });
  const maker = await officials.as('yl-maker-1');
  const entered = await maker.post('/api/payees', {
    ...{ kind: 'collective', name: '东演村经济合作社', creditCode: creditCodeOf('91339901MA2345678'), area },
    ...{ bankName: '演示农村商业银行', number: '6228480200000330000' },
  });
  const { id, waiting } = entered.body;
  const finance = await officials.as('yl-finance-1');
  await finance.post(`/api/payees/${id}/signature`, { accountId: waiting.id, agrees: true });
  return id as string;
}
