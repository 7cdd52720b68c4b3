import { isAbsent, type StandIn } from '../../domain/rules/substitution.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { SubstitutionQuery, SubstitutionView } from '../../domain/schemas/substitution.js';
import { SUBSTITUTION_STATES } from '../../domain/texts/substitution.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { SubstitutionModel as Substitution } from '../../prisma/generated/models.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';

const today = (): string => shanghaiDate(Date.now());
const ofToday = (): Prisma.SubstitutionWhereInput => ({
  ...{ endedAt: null, fromDay: { lte: today() }, untilDay: { gte: today() } },
});

/** For whom an official stands in today. */
export async function standInsOf(tx: Tx, substituteId: string): Promise<StandIn[]> {
  const rows = await tx.substitution.findMany({
    where: { substituteId, ...ofToday(), absent: { active: true } },
    include: { absent: true },
    orderBy: { namedAt: 'asc' },
  });
  return rows.map(({ absentId, absent: { roles, areaCode } }) => ({ absentId, roles, areaCode }));
}

/** Those in which an official is absent or stands in; a supervisor's, those of his area. The newest first. */
export async function substitutionPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, mine, inForce }: SubstitutionQuery,
): Promise<Page<SubstitutionView>> {
  const own: Prisma.SubstitutionWhereInput = { OR: [{ absentId: who.id }, { substituteId: who.id }] };
  const sees = ['countySupervisor', 'auditor'] as const;
  const ofArea = { absent: { areaCode: { startsWith: who.areaCode } } };
  const isSupervisor = sees.some((role) => who.roles.includes(role));
  const rows = await tx.substitution.findMany({
    where: {
      AND: [isSupervisor && mine !== true ? { OR: [own, ofArea] } : own, inForce === true ? ofToday() : {}],
      ...behind(positionOf(cursor), 'namedAt', 'id'),
    },
    orderBy: [{ namedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ namedAt, id }) => ({ at: namedAt, id }), await substitutionViews(tx, rows));
}

/** Shows substitutions with the names of whom they are about. */
export async function substitutionViews(
  tx: Tx,
  rows: readonly Substitution[],
): Promise<(row: Substitution) => SubstitutionView> {
  const person = await officialsBy(
    tx,
    rows.flatMap(({ absentId, substituteId, namedById, endedById }) => [absentId, substituteId, namedById, endedById]),
  );
  const named = (id: string) => ({ id, ...person(id) });
  return (row) => ({
    ...{ id: row.id, absent: named(row.absentId), substitute: named(row.substituteId) },
    ...{ fromDay: row.fromDay, untilDay: row.untilDay, words: row.words },
    ...{ namedBy: person(row.namedById), namedAt: row.namedAt.toISOString() },
    endedBy: row.endedById === null ? null : person(row.endedById),
    endedAt: row.endedAt?.toISOString() ?? null,
    state: coded(SUBSTITUTION_STATES, stateOf(row)),
  });
}

function stateOf({ fromDay, untilDay, endedAt }: Substitution): keyof typeof SUBSTITUTION_STATES {
  if (endedAt !== null) return 'ended';
  if (isAbsent({ fromDay, untilDay, ended: false }, today())) return 'inForce';
  return untilDay < today() ? 'over' : 'toCome';
}
