import { isDeepStrictEqual } from 'node:util';
import type { FieldError } from '../../domain/schemas/problem.js';
import { type Programme, SoundProgramme } from '../../domain/schemas/programme.js';
import { opensTooEarly, TOO_EARLY } from '../../domain/schemas/programme-version.js';
import type { Db, Tx } from '../../prisma/client.js';
import { programmeRow } from '../../prisma/versions.js';
import { invalid } from '../problem.js';
import type { OfficialWho } from '../who.js';

/** An entry of a file, and where it stands there for people. */
export interface FileEntry {
  readonly value: unknown;
  /** What a field of it is called in the file: a path, or a line of a table. */
  readonly fieldOf: (path: readonly PropertyKey[]) => string;
}

const MOST_ERRORS = 100;

/**
 * Makes drafts of the versions that a file changes: all of them or, where anything is wrong, none. What the newest
 * version or the waiting draft says already is unchanged, so that the same file twice changes nothing.
 *
 * @throws Refused INVALID_INPUT naming every fault by its field
 */
export async function importProgrammes(db: Db, who: OfficialWho, entries: readonly FileEntry[]) {
  return await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`programmes/${who.areaCode}`}))`;
    const errors: FieldError[] = [];
    const unchanged: string[] = [];
    const bodies: Programme[] = [];
    const seen = new Set<unknown>();
    for (const entry of entries) {
      const { body, faults } = await judge(tx, who, entry, seen);
      errors.push(...faults);
      if (faults.length === 0 && body === undefined) unchanged.push((entry.value as Programme).code);
      if (body) bodies.push(body);
    }
    if (errors.length > 0) throw invalid(errors.slice(0, MOST_ERRORS));
    const drafts = [];
    for (const body of bodies) {
      const draft = await keep(tx, who, body);
      if (draft) drafts.push(draft);
      else unchanged.push(body.code);
    }
    return { unchanged, drafts };
  });
}

/** The version that an entry would become; none where it says nothing new. */
async function judge(tx: Tx, who: OfficialWho, { value, fieldOf }: FileEntry, seen: Set<unknown>) {
  const fault = (path: readonly PropertyKey[], zh: string, en: string) => ({ field: fieldOf(path), zh, en });
  const parsed = SoundProgramme.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const [zh = '', en] = message.split('\n');
      return en === undefined ? fault(path, `填写有误（${zh}）`, `is not right: ${zh}`) : fault(path, zh, en);
    });
    return { faults };
  }
  const programme = parsed.data;
  const { countyCode, code } = programme;
  if (countyCode !== who.areaCode) {
    return { faults: [fault(['countyCode'], '不是本县的项目', 'is not a programme of this county')] };
  }
  if (seen.has(code)) return { faults: [fault(['code'], '在文件中出现两次', 'stands twice in the file')] };
  seen.add(code);
  const newest = await tx.programme.findFirst({ where: { countyCode, code }, orderBy: { version: 'desc' } });
  if (newest && isDeepStrictEqual({ ...(newest.body as object), version: 0 }, { ...programme, version: 0 })) {
    return { faults: [] };
  }
  const basis = newest?.version ?? programme.version;
  if (programme.version !== basis) {
    const zh = `已有第${basis}版，请重新导出后再改`;
    return { faults: [fault(['version'], zh, `There is version ${basis}: export again and change that`)] };
  }
  if (newest && opensTooEarly(programme.opensAt, Date.now())) {
    return { faults: [fault(['opensAt'], TOO_EARLY.zh, TOO_EARLY.en)] };
  }
  return { faults: [], body: { ...programme, version: newest ? basis + 1 : 1 } };
}

/** The draft in place of the one that waited; none where that one says the same. */
async function keep(tx: Tx, who: OfficialWho, programme: Programme) {
  const { digest, countyCode, code, body } = programmeRow(programme);
  const waiting = await tx.programmeDraft.findFirst({ where: { countyCode, code, decidedAt: null } });
  if (waiting?.digest === digest) return undefined;
  if (waiting) {
    const data = { decidedAt: new Date(), decidedById: who.id, agreed: false };
    await tx.programmeDraft.update({ where: { id: waiting.id }, data });
  }
  const { id } = await tx.programmeDraft.create({ data: { countyCode, code, digest, body, importedById: who.id } });
  return { id, code, digest };
}
