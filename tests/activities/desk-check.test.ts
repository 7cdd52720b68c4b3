import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deskCheck } from '../../activities/desk-check.js';
import { type DeskFindingCode, isBlocked } from '../../domain/rules/desk-findings.js';
import { CHUNAN } from '../../prisma/seed/counties.js';
import { householdsOf } from '../../prisma/seed/households.js';
import type { Situation } from '../../prisma/seed/situations.js';
import { leaveAvailable } from '../ledger/support/books.js';
import { openCounty } from './support/county-at-work.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { programmeRow } from '../../prisma/versions.js';
import { noBank } from './support/quiet-bank.js';
import { submit } from './support/submission.js';

/** What the desk check says of each situation of the demonstration county. */
const EXPECTED: Partial<Record<Situation, DeskFindingCode>> = {
  exited: 'NOT_REGISTERED',
  unregistered: 'NOT_REGISTERED',
  noLabour: 'NO_LABOUR',
  headDead: 'HEAD_NOT_PRESENT',
  memberDead: 'MEMBER_DEAD_OR_DEPARTED',
  memberDeparted: 'MEMBER_DEAD_OR_DEPARTED',
  memberInTwoHouseholds: 'MEMBER_IN_TWO_HOUSEHOLDS',
  accountShared: 'ACCOUNT_SHARED',
  accountOfHelper: 'ACCOUNT_OF_HELPER_OR_OFFICIAL',
  accountOfOfficial: 'ACCOUNT_OF_HELPER_OR_OFFICIAL',
  relativeOfOfficial: 'RELATIVE_OF_OFFICIAL',
  relativeOnVillageCommittee: 'RELATIVE_ON_VILLAGE_COMMITTEE',
  noAccount: 'NO_ACCOUNT',
};

describe('the desk work before the initial check', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  beforeAll(async () => void (county = await openCounty(noBank)));
  afterAll(async () => await county?.close());

  const findingsOf = async (
    situation: Situation,
    programmeCode = 'beekeeping',
    quantity?: number,
    personId: string | null = null,
  ) => {
    const seed = householdsOf(CHUNAN).find((household) => household.situation === situation)!;
    const { registerNo } = seed.register;
    const { id: householdId } = await county.db.household.findUniqueOrThrow({ where: { registerNo } });
    await county.db.case.updateMany({ where: { householdId }, data: { running: false } });
    const caseNo = await submit(county.db, { programmeCode, householdId, ...(quantity && { quantity }) });
    if (personId) await county.db.case.update({ where: { caseNo }, data: { personId } });
    return await deskCheck(county.world, caseNo);
  };

  test.each(Object.entries(EXPECTED))('finds what is to be found: %s', async (situation, finding) => {
    const { findings } = await findingsOf(situation as Situation);
    expect(findings).toContain(finding);
  });

  test('finds nothing where there is nothing', async () => {
    expect(await findingsOf('ordinary')).toEqual({ findings: [], recused: [] });
  });

  test('finds that an account of somebody who has died is nobody’s to be paid to', async () => {
    const { registerNo } = householdsOf(CHUNAN).find(({ situation }) => situation === 'headDead')!.register;
    const { id } = await county.db.household.findUniqueOrThrow({ where: { registerNo } });
    const dead = await county.db.member.findFirstOrThrow({ where: { householdId: id, status: 'dead' } });
    await county.db.account.updateMany({ where: { householdId: id, current: true }, data: { memberId: dead.id } });
    expect((await findingsOf('headDead')).findings).toContain('NO_ACCOUNT');
  });

  test('finds that the household has been granted the programme in this period already', async () => {
    await findingsOf('ordinary', 'goats');
    const outcome = { kind: 'completed', amountFen: 1 };
    await county.db.case.updateMany({ where: { programmeCode: 'goats' }, data: { running: false, outcome } });
    expect((await findingsOf('ordinary', 'goats')).findings).toEqual(['PAID_THIS_PERIOD']);
  });

  test('finds what the register says against a programme for some households only, and nothing where it does not', async () => {
    const { registerNo } = householdsOf(CHUNAN).find(({ situation }) => situation === 'ordinary')!.register;
    const { id, villageCode } = await county.db.household.findUniqueOrThrow({ where: { registerNo } });
    const row = await county.db.programme.findFirstOrThrow({ where: { countyCode: '330127', code: 'pigs' } });
    const body = row.body as unknown as Programme;
    const conditions = {
      ...{ disabilityGrades: [1, 2], minority: true, villageTypes: ['key'], incomeBelowFen: 900_000 },
    } satisfies Partial<Programme['eligible']>;
    const strict = { ...body, code: 'strict', eligible: { ...body.eligible, ...conditions } };
    await county.db.programme.create({ data: programmeRow(strict) });
    await county.db.household.update({ where: { id }, data: { incomeFen: null } });
    await county.db.member.updateMany({ where: { householdId: id }, data: { disability: 3, minority: false } });
    const { findings } = await findingsOf('ordinary', 'strict');
    const against = ['NO_DISABILITY', 'NO_MINORITY', 'VILLAGE_NOT_ELIGIBLE', 'INCOME_UNKNOWN'];
    expect(findings).toEqual(expect.arrayContaining(against));
    await county.db.household.update({ where: { id }, data: { incomeFen: 860_000 } });
    await county.db.member.updateMany({ where: { householdId: id }, data: { disability: 2, minority: true } });
    await county.db.area.update({ where: { code: villageCode }, data: { villageType: 'key' } });
    expect((await findingsOf('ordinary', 'strict')).findings).toEqual(['ALLOTMENT_LOW']);
  });

  test('finds that whom a personal subsidy is for is no present member of the household', async () => {
    const { registerNo } = householdsOf(CHUNAN).find(({ situation }) => situation === 'memberDead')!.register;
    const { id: householdId } = await county.db.household.findUniqueOrThrow({ where: { registerNo } });
    const dead = await county.db.member.findFirstOrThrow({ where: { householdId, status: 'dead' } });
    const present = await county.db.member.findFirstOrThrow({ where: { householdId, status: 'present' } });
    const stranger = await county.db.member.findFirstOrThrow({ where: { householdId: { not: householdId } } });
    for (const personId of [null, dead.id, stranger.id])
      expect((await findingsOf('memberDead', 'skills-training', 1, personId)).findings).toContain('PERSON_NOT_PRESENT');
    const { findings } = await findingsOf('memberDead', 'skills-training', 1, present.id);
    expect(findings).not.toContain('PERSON_NOT_PRESENT');
  });

  test('holds up no relief of need by what is still owed under a claim, and says that it is owed', async () => {
    await findingsOf('ordinary', 'goats');
    const owing = await county.db.case.findFirstOrThrow({ where: { programmeCode: 'goats' } });
    await county.db.recovery.create({ data: { caseNo: owing.caseNo, amountFen: 100n } });
    expect((await findingsOf('ordinary', 'pigs')).findings).toContain('OPEN_CLAIM');
    const { findings } = await findingsOf('ordinary', 'disaster-relief');
    expect(findings).toContain('OPEN_CLAIM_RELIEVED');
    expect(isBlocked(findings)).toBe(false);
  });

  test('names the official who has a relative in the household: he must recuse himself', async () => {
    const { recused } = await findingsOf('relativeOfOfficial');
    expect(recused).toHaveLength(1);
  });

  test('finds a quantity beyond the limits, and an allotment that is nearly used up', async () => {
    expect((await findingsOf('ordinary', 'beekeeping', 1_000_000)).findings).toContain('QUANTITY_OUT_OF_RANGE');
    await leaveAvailable(county.db, `330127-${new Date().getUTCFullYear()}-farm-stay`, 499_999n);
    const { findings } = await findingsOf('ordinary', 'farm-stay');
    expect(findings).toContain('ALLOTMENT_LOW');
  });
});
