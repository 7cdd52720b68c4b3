import type { AuditFindingAct, AuditFindingState, NewAuditFinding } from '../../domain/schemas/audit-finding.js';
import { STATE_AFTER } from '../../domain/rules/audit-findings.js';
import { countyOf } from '../../domain/rules/county-of.js';
import { uuidFor } from '../../platform/digest.js';
import type { Tx } from '../../prisma/client.js';
import type { AuditFindingModel } from '../../prisma/generated/models.js';
import { logFindingAct } from '../../prisma/log-finding.js';
import { tellOffice } from '../../prisma/tell-officials.js';
import { keepWords } from '../../prisma/words.js';
import type { Deps } from '../deps.js';
import { found, invalid, Refused } from '../problem.js';
import { visibleCase, withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

type Ground = Pick<Deps, 'db' | 'keyring'>;

/**
 * An auditor finds something in a case: an office is to answer it. Repeated, the act finds its finding.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, INVALID_INPUT for an office elsewhere
 */
export async function raiseFinding(
  { db, keyring }: Ground,
  who: OfficialWho,
  actId: string,
  { caseNo, officeId, dueOn, words }: NewAuditFinding & { readonly caseNo: string },
): Promise<AuditFindingModel> {
  const { householdId } = await visibleCase(db, who, caseNo);
  const id = uuidFor(actId, 'finding');
  return await db.$transaction(async (tx) => {
    const office = await tx.office.findUnique({ where: { id: officeId } });
    if (!office || countyOf(office.areaCode) !== countyOf(caseNo)) throw invalid([ELSEWHERE]);
    await tx.auditFinding.createMany({ data: [{ id, caseNo, officeId, dueOn }], skipDuplicates: true });
    const said = { kind: 'raised', actId, householdId, caseNo, words } as const;
    await say({ tx, keyring }, who, id, said);
    await tellOffice(tx, keyring, {
      ...{ key: `finding/${id}`, caseNo, officeId, subject: '收到审计问题' },
      text: `审计提出问题，请在${dueOn}前登录直报答复。`,
    });
    return await tx.auditFinding.findUniqueOrThrow({ where: { id } });
  });
}

const ELSEWHERE = {
  field: 'officeId',
  zh: '请选择本县的办公室',
  en: 'Choose an office of the county of the case',
};

/** In which states each act is possible. */
const POSSIBLE = {
  answered: ['open'],
  returned: ['answered'],
  closed: ['open', 'answered'],
} as const satisfies Record<Exclude<AuditFindingAct, 'raised'>, readonly AuditFindingState[]>;

/**
 * The office answers, an auditor sends the answer back or closes. Repeated, the act is done.
 * @throws Refused NOT_FOUND for whoever is of another office, OUT_OF_AREA, FINDING_MOVED
 */
export async function actOnFinding(
  { db, keyring }: Ground,
  who: OfficialWho,
  actId: string,
  { id, kind, words }: { readonly id: string; readonly kind: keyof typeof POSSIBLE; readonly words: string },
): Promise<AuditFindingModel> {
  const { caseNo, officeId, case: row } = await findingFor(db, who, id);
  if (kind === 'answered' && officeId !== who.office.id) throw new Refused('NOT_FOUND');
  return await db.$transaction(async (tx) => {
    if (!(await tx.auditFindingAct.findUnique({ where: { id: uuidFor(actId, 'said') } }))) {
      const state = STATE_AFTER[kind];
      const { count } = await tx.auditFinding.updateMany({
        where: { id, state: { in: [...POSSIBLE[kind]] } },
        data: { state, ...(state === 'closed' && { closedAt: new Date() }) },
      });
      if (count === 0) throw new Refused('FINDING_MOVED');
      await say({ tx, keyring }, who, id, { kind, actId, householdId: row.householdId, caseNo, words });
    }
    return await tx.auditFinding.findUniqueOrThrow({ where: { id } });
  });
}

/** A finding that this official may see: an auditor in his area, others their own office's. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function findingFor(tx: Tx, who: OfficialWho, id: string) {
  const row = found(await tx.auditFinding.findUnique({ where: { id }, include: { case: true } }));
  if (who.roles.includes('auditor')) withinArea(who, row.case.areaCode);
  else if (row.officeId !== who.office.id) throw new Refused('NOT_FOUND');
  return row;
}

interface Said {
  readonly kind: AuditFindingAct;
  readonly actId: string;
  readonly householdId: string | null;
  readonly caseNo: string;
  readonly words: string;
}

/** Notes and logs what was said, its words under the key of its case. */
async function say(
  { tx, keyring }: { readonly tx: Tx; readonly keyring: Ground['keyring'] },
  who: OfficialWho,
  findingId: string,
  { kind, actId, householdId, caseNo, words: text }: Said,
): Promise<void> {
  const words = await keepWords(tx, keyring, { id: uuidFor(actId, 'words'), householdId, caseNo, text });
  const data = [{ id: uuidFor(actId, 'said'), findingId, kind, byId: who.id, wordsId: words.ref }];
  const [said] = await tx.auditFindingAct.createManyAndReturn({ data, skipDuplicates: true });
  if (said) await logFindingAct(tx, said, words.sha256);
}
