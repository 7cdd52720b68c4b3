import { creditCodeOf } from '../../../domain/rules/credit-code.js';
import type { Api } from '../../api/support/api.js';
import { logLoanChange } from '../../../prisma/log-loan-change.js';
import { enter, newBundle, registerNosOf } from '../../api/support/bundles.js';
import { submitted } from '../../api/support/drafts.js';
import { household, official } from '../../api/support/people.js';
import type { Answered } from '../../api/support/visitor.js';

const RULE = { collectiveBasisPoints: 2_000, guaranteeFen: 30_000, targetFen: 100_000, reserveMostFen: 20_000 };
const FAR = new Date('2099-01-01T00:00:00Z');

/** What stands in the addresses of the office's pages, by the name of the page. */
export type Filled = Readonly<Record<'bundle' | 'dividend' | 'entitlement' | 'site' | 'draft', string>>;

/** Something on every page of what is applied for together, paid by period and entered. */
export async function fillOffice(api: Api, householdIds: readonly string[]): Promise<Filled> {
  const [bundle, entitlement] = await Promise.all([aBundle(api, householdIds), anEntitlement(api, householdIds[0]!)]);
  const [dividend, site, draft] = await Promise.all([
    aDividend(api, entitlement),
    aSite(api),
    aDraft(api),
    aPayee(api),
    aHouse(api, householdIds[1]!),
    aSwitch(api),
  ]);
  return { bundle, entitlement, dividend, site, draft };
}

const mustBeMade = ({ status, body }: Answered): Answered['body'] => {
  if (status !== 201) throw new Error(`What fills the office was answered with ${status} ${body.code}.`);
  return body;
};

async function aBundle(api: Api, householdIds: readonly string[]): Promise<string> {
  const clerk = await official(api, 'yl-339901100-clerk-1');
  const no = await newBundle(clerk);
  await enter(clerk, no, await registerNosOf(api, householdIds));
  return no;
}

async function anEntitlement(api: Api, householdId: string): Promise<string> {
  const { caseNo } = await submitted(await household(api, householdId));
  const { programmeCode, areaCode, countyCode } = await api.db.case.findUniqueOrThrow({ where: { caseNo } });
  const granted = { decisionNo: '演直〔2026〕8号', quantity: 2, grantedAt: new Date() };
  const next = { nextPeriod: '2099', nextDueAt: FAR, periodsLeft: 3 };
  const loan = { principalYuan: 80_000, from: '2026-03-10', until: '2099-01-01', basisPoints: 435 };
  const row = { caseNo, householdId, countyCode, areaCode, programmeCode, loan, ...granted, ...next };
  await api.db.entitlement.create({ data: row });
  const change = { entitlementNo: caseNo, kind: 'renewed', basisPoints: 400, byId: 'yl-approver-2', at: new Date() };
  const signed = { ...change, id: 'renewed', until: '2099-01-01', signedById: 'yl-oversight-1' };
  await api.db.$transaction(async (tx) => await logLoanChange(tx, await tx.loanChange.create({ data: signed })));
  await api.db.loanProposal.create({ data: { ...change, id: 'proposed', until: '2099-12-01' } });
  return caseNo;
}

async function aDividend(api: Api, entitlementNo: string): Promise<string> {
  const [approver, maker] = await Promise.all([official(api, 'yl-approver-2'), official(api, 'yl-maker-1')]);
  const asset = { name: '东演村光伏电站', areaCode: '339901', programmeCode: 'photovoltaic-dividend' };
  const { id: assetId } = mustBeMade(
    await approver.post('/api/assets', { ...asset, documentNo: '演资〔2026〕1号', rule: RULE }),
  );
  const income = { year: 2026, amountFen: 300_001, documentNo: '演资〔2026〕2号' };
  mustBeMade(await maker.post(`/api/assets/${assetId}/incomes`, income));
  const { no } = mustBeMade(await maker.post('/api/dividends', { assetId, year: 2026 }));
  const part = { dividendNo: no, entitlementNo, shares: 2, canWork: false, amountFen: 120_000n };
  await api.db.dividendPart.create({ data: part });
  return no;
}

async function aPayee(api: Api): Promise<void> {
  const maker = await official(api, 'yl-maker-1');
  const named = { kind: 'school', name: '演练县职业学校', creditCode: creditCodeOf('91339901MA1234567') };
  const account = { bankName: '演示农村商业银行', number: '6228480212345678' };
  mustBeMade(await maker.post('/api/payees', { ...named, area: '339901', ...account }));
}

async function aSite(api: Api): Promise<string> {
  const checker = await official(api, 'yl-checker-1');
  const plots = [{ no: 'A-1', kind: 'plot', squareMetres: 120 }];
  const site = { name: '演练镇安置小区', area: '339901100', capacity: 40, plots };
  return mustBeMade(await checker.post('/api/resettlement-sites', site)).id as string;
}

async function aHouse(api: Api, householdId: string): Promise<void> {
  const [registerNo] = await registerNosOf(api, [householdId]);
  const verifier = await official(api, 'yl-339901100-verifier-2');
  const found = { registerNo, grade: 'D', visitedOn: '2026-03-01', site: '村东头', words: '外墙开裂' };
  mustBeMade(await verifier.post('/api/houses', found));
}

async function aSwitch(api: Api): Promise<void> {
  const admin = await official(api, 'yl-admin');
  const opened = { area: '339901100', route: 'tiered', from: '2026-03-01', open: true };
  mustBeMade(await admin.post('/api/application-routes', opened));
}

/** A programme whose subsidy is raised from tomorrow on. */
async function aDraft(api: Api): Promise<string> {
  const approver = await official(api, 'yl-approver-1');
  const exported = await approver.get('/api/programme-versions/export?format=json');
  const { programmes } = exported.body as { programmes: { code: string; remark: string }[] };
  const bees = programmes.find(({ code }) => code === 'beekeeping')!;
  const opensAt = new Date(Date.now() + 86_400_000).toISOString();
  const file = Buffer.from(JSON.stringify({ programmes: [{ ...bees, remark: '养蜂补助', opensAt }] }));
  const { drafts } = mustBeMade(await approver.upload('/api/programme-imports', {}, file));
  return drafts[0].id as string;
}

/** Pages of the office that are filled, by their addresses, with somebody who may do something on each. */
export const FILLED_PAGES: readonly (readonly [path: string, login: string])[] = [
  ['bundles', 'yl-339901100-clerk-1'],
  ['bundles/:bundle', 'yl-339901100-clerk-1'],
  ['entitlements', 'yl-approver-2'],
  ['entitlements/:entitlement', 'yl-approver-2'],
  ['assets', 'yl-approver-2'],
  ['dividends', 'yl-maker-1'],
  ['dividends/:dividend', 'yl-approver-2'],
  ['payees', 'yl-finance-1'],
  ['houses', 'yl-339901100-verifier-1'],
  ['sites', 'yl-appraiser-1'],
  ['sites/:site', 'yl-appraiser-1'],
  ['register', 'yl-checker-1'],
  ['programmes', 'yl-approver-2'],
  ['programmes/beekeeping', 'yl-approver-2'],
  ['programme-drafts/:draft', 'yl-approver-2'],
  ['routes', 'yl-admin'],
  ['policy', 'yl-approver-2'],
  ['staff', 'yl-admin'],
  ['offices', 'yl-admin'],
  ['password', 'yl-admin'],
  ['calendar', 'yl-admin'],
];
