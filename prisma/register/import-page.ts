import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../client.js';
import { compareHousehold, withoutOneHead } from './compare-household.js';
import type { FileHousehold } from './file-households.js';
import { knownHouseholds } from './known-households.js';
import { newHousehold } from './new-household.js';
import { HEAD } from './register-household.js';
import { rejection, type Rejection } from './rejection.js';
import { writeDifference } from './write-difference.js';

export interface PageContext {
  keyring: Keyring;
  /** ISO date, Asia/Shanghai */
  today: string;
  /** Only households of this area: a county's code, or one of its parts. */
  areaCode: string;
  reportedBy: string;
  /** False where the page was written before and only its rejections are wanted. */
  write: boolean;
}

/** Compares a page of households with the database and writes what differs. @returns how many rows changed something */
export async function importPage(tx: Tx, page: readonly FileHousehold[], context: PageContext) {
  const { keyring, today, reportedBy } = context;
  const known = await knownHouseholds(
    tx,
    keyring,
    page.map(({ registerNo }) => registerNo),
  );
  const villages = await villagesOf(tx, page);
  const rejections: Rejection[] = [];
  const created: FileHousehold[] = [];
  let changed = 0;
  for (const told of page) {
    const before = known.get(told.registerNo);
    const refused = refusal(told, before?.villageCode, villages, context) ?? (before ? undefined : headMissing(told));
    if (refused) rejections.push(...refused);
    else if (before === undefined) created.push(told);
    else {
      const difference = compareHousehold(before, told, keyring, today);
      rejections.push(...difference.rejections);
      const rows = changedRows(told, difference);
      changed += rows;
      if (rows > 0 && context.write)
        await writeDifference(tx, keyring, { known: before, told, difference }, reportedBy);
    }
  }
  if (context.write) await create(tx, keyring, created);
  return { rejections, changed: changed + created.reduce((rows, { members }) => rows + members.length, 0) };
}

async function create(tx: Tx, keyring: Keyring, households: readonly FileHousehold[]): Promise<void> {
  const rows = households.map((household) => newHousehold(keyring, household));
  await tx.household.createMany({ data: rows.map(({ household }) => household) });
  await tx.member.createMany({ data: rows.flatMap(({ members }) => members) });
  await tx.account.createMany({ data: rows.flatMap(({ accounts }) => accounts) });
}

async function villagesOf(tx: Tx, page: readonly FileHousehold[]): Promise<Set<string>> {
  const code = { in: page.map(({ villageCode }) => villageCode) };
  const areas = await tx.area.findMany({ where: { code, level: 'village' }, select: { code: true } });
  return new Set(areas.map((area) => area.code));
}

/** Why no row of the household can be taken, if it cannot: its village is not known, or not in the area, or was not. */
function refusal(
  { villageCode, members }: FileHousehold,
  before: string | undefined,
  villages: Set<string>,
  { areaCode }: PageContext,
): Rejection[] | undefined {
  if (!villages.has(villageCode)) {
    return members.map(({ line }) => rejection(line, '系统中没有该“村代码”', 'there is no village with this code'));
  }
  if (!villageCode.startsWith(areaCode) || before?.startsWith(areaCode) === false) {
    return members.map(({ line }) => rejection(line, '该户不在您的辖区', 'the household is not in your area'));
  }
  return undefined;
}

const headMissing = ({ members }: FileHousehold): Rejection[] | undefined =>
  members.some(({ relation }) => relation === HEAD) ? undefined : members.map(({ line }) => withoutOneHead(line));

/** Rows that change something; what changes of the household itself counts with its first row. */
function changedRows(told: FileHousehold, difference: ReturnType<typeof compareHousehold>): number {
  const lines = new Set([
    ...difference.updated.map((pair) => pair.told.line),
    ...difference.added.map(({ line }) => line),
    ...difference.accounts.map(({ line }) => line),
  ]);
  const first = told.members[0];
  if (difference.household && first) lines.add(first.line);
  return lines.size;
}
