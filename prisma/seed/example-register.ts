import { REGISTER_COLUMNS, type RegisterColumn } from '../../domain/schemas/register-row.js';
import type { RegisterHousehold, RegisterMember } from '../register/register-household.js';
import { CHUNAN } from './counties.js';
import { householdsOf } from './households.js';
import { inventedIdentityNumber } from './invented.js';

const STANDINGS = { registered: '在册', observation: '观察期', exited: '已退出', unregistered: '未建档' };
const GROUPS = { dibao: '低保', dibaoMarginal: '低保边缘', lowIncome: '其他低收入' };
const DISABILITY = ['无', '一级', '二级', '三级', '四级'];
const MEMBER_STATUSES = { present: '正常', dead: '死亡', departed: '迁出' };
const NEW_HOUSEHOLDS = 20;

/**
 * The example of a register file: twenty households that the demonstration does not have, and two that it has, of
 * which one has a child since and one has lost a member.
 */
export function exampleRegister(): RegisterHousehold[] {
  const households = householdsOf({ ...CHUNAN, households: CHUNAN.households + NEW_HOUSEHOLDS });
  const registers = households.map(({ register }) => register);
  const [, second, , fourth] = registers;
  if (second === undefined || fourth === undefined) throw new RangeError('the demonstration has more households');
  return [withChild(second), withoutLast(fourth), ...registers.slice(CHUNAN.households)];
}

function withChild(household: RegisterHousehold): RegisterHousehold {
  const child: RegisterMember = {
    relation: '女',
    name: '汪小满',
    idNumber: inventedIdentityNumber(CHUNAN.code, '2026-05-21', 'female', 499),
    ...{ canWork: false, disability: 0, minority: false },
    status: 'present',
    statusSince: null,
    account: null,
  };
  return { ...household, members: [...household.members, child] };
}

function withoutLast(household: RegisterHousehold): RegisterHousehold {
  const members = household.members.map((member, index) =>
    index === household.members.length - 1 ? { ...member, status: 'dead' as const, statusSince: '2026-06-10' } : member,
  );
  return { ...household, members };
}

/** The rows of a register file, the header first, in the words of a register. */
export function registerTable(households: readonly RegisterHousehold[]): string[][] {
  const columns = Object.keys(REGISTER_COLUMNS) as RegisterColumn[];
  const rows = households.flatMap((household) => household.members.map((member) => rowOf(household, member)));
  return [Object.values(REGISTER_COLUMNS), ...rows.map((row) => columns.map((column) => row[column]))];
}

/** None of its cells needs quotation marks. */
export const registerCsv = (households: readonly RegisterHousehold[]): string =>
  registerTable(households)
    .map((cells) => `${cells.join(',')}\n`)
    .join('');

function rowOf(household: RegisterHousehold, member: RegisterMember): Record<RegisterColumn, string> {
  return {
    registerNo: household.registerNo,
    villageCode: household.villageCode,
    standing: STANDINGS[household.standing],
    group: GROUPS[household.group],
    registeredOn: household.registeredOn,
    observationSince: household.observationSince ?? '',
    exitedOn: household.exitedOn ?? '',
    phone: household.phone ?? '',
    address: household.address ?? '',
    relation: member.relation,
    name: member.name,
    idNumber: member.idNumber,
    canWork: member.canWork ? '有' : '无',
    memberStatus: MEMBER_STATUSES[member.status],
    statusSince: member.statusSince ?? '',
    bankName: member.account?.bankName ?? '',
    accountNumber: member.account?.number ?? '',
    incomeFen: household.incomeFen === null ? '' : String(household.incomeFen / 100),
    disability: DISABILITY[member.disability ?? 0] ?? '',
    minority: member.minority ? '畲族' : '汉族',
  };
}
