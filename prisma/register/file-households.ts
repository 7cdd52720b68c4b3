import { HOUSEHOLD_COLUMNS, REGISTER_COLUMNS } from '../../domain/schemas/register-row.js';
import type { FileRow } from './file-rows.js';
import { HEAD, type RegisterHousehold, type RegisterMember } from './register-household.js';
import { rejection, type Rejection } from './rejection.js';

/** A member as a line of the file tells it. */
export interface FileMember extends RegisterMember {
  line: number;
  /** Left to found a household of its own (分户). */
  split: boolean;
}

/** A household as a file tells it; the file may tell of some of its members only. */
export type FileHousehold = RegisterHousehold<FileMember>;

/** The rows by household, in the order in which each first appears, and the rows that contradict those before them. */
export function fileHouseholds(rows: readonly FileRow[], today: string) {
  const rejections: Rejection[] = [];
  const households = new Map<string, FileHousehold>();
  for (const row of rows) {
    const household = households.get(row.registerNo) ?? householdOf(row);
    const contradiction = contradictionIn(household, row, today);
    if (contradiction) rejections.push(contradiction);
    else {
      households.set(row.registerNo, household);
      household.members.push(memberOf(row));
    }
  }
  for (const { members } of households.values()) members.sort(headFirst);
  return { households: [...households.values()], rejections };
}

function contradictionIn(household: FileHousehold, row: FileRow, today: string): Rejection | undefined {
  const differing = HOUSEHOLD_COLUMNS.filter((column) => household[column] !== row[column]);
  if (differing.length > 0) {
    const names = differing.map((column) => REGISTER_COLUMNS[column]);
    return rejection(
      row.line,
      `“${names.join('”“')}”与本户前面的行不一致`,
      `${names.join(', ')} differ from the rows of the household before`,
    );
  }
  if (household.members.some(({ idNumber }) => idNumber === row.idNumber)) {
    return rejection(row.line, '同一身份证号在本户出现两次', 'the identity number stands twice in the household');
  }
  if (row.relation === HEAD && household.members.some(({ relation }) => relation === HEAD)) {
    return rejection(row.line, '本户已有一名户主', 'the household has a head already');
  }
  if (row.statusSince !== null && row.statusSince > today) {
    return rejection(row.line, `“${REGISTER_COLUMNS.statusSince}”晚于今天`, 'the change lies in the future');
  }
  return undefined;
}

function householdOf(row: FileRow): FileHousehold {
  const {
    registerNo,
    villageCode,
    standing,
    group,
    registeredOn,
    observationSince,
    exitedOn,
    phone,
    address,
    incomeFen,
  } = row;
  const marks = { standing, group, registeredOn, observationSince, exitedOn, incomeFen };
  return { registerNo, villageCode, ...marks, phone, address, members: [] };
}

function memberOf(row: FileRow): FileMember {
  const {
    line,
    relation,
    name,
    idNumber,
    canWork,
    memberStatus,
    statusSince,
    bankName,
    accountNumber,
    disability,
    minority,
  } = row;
  return {
    line,
    relation,
    name,
    idNumber,
    ...{ canWork, disability, minority },
    statusSince: memberStatus === 'present' ? null : statusSince,
    status: memberStatus === 'split' ? 'departed' : memberStatus,
    split: memberStatus === 'split',
    account: bankName !== null && accountNumber !== null ? { bankName, number: accountNumber } : null,
  };
}

const headFirst = (one: FileMember, other: FileMember): number =>
  Number(other.relation === HEAD) - Number(one.relation === HEAD);
