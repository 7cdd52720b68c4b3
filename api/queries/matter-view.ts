import { rolesAt } from '../../domain/rules/matters.js';
import type { MatterTask } from '../../domain/schemas/task.js';
import { householdsText, MATTER_STAGE_NAMES } from '../../domain/texts/matters.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import type { Tx } from '../../prisma/client.js';
import type { Matter } from '../../prisma/matters/matter.js';
import { rolesHeldBy, type Who } from '../who.js';
import { coded } from './coded.js';
import { type Claims, claimsOf, isLate } from './matters.js';
import { programmeNames } from './programme-names.js';

/** Shows what waits with the names of what it refers to. */
export async function matterViews(
  tx: Tx,
  who: Who,
  matters: readonly Matter[],
  claims: Claims,
): Promise<(matter: Matter) => MatterTask> {
  const programmeOf = await programmeNames(
    tx,
    matters.map(({ programmeCode }) => programmeCode),
  );
  const areas = await tx.area.findMany({ where: { code: { in: matters.map(({ areaCode }) => areaCode) } } });
  const officials = await tx.official.findMany({
    where: { id: { in: [...claims.values()] } },
    select: { id: true, name: true },
  });
  return (matter) => {
    const { kind, id, no, caseNo, stage, areaCode, programmeCode, households, amountFen } = matter;
    const roles = rolesAt(stage);
    return {
      ...{ kind, id, no, caseNo, amountFen, stage: coded(MATTER_STAGE_NAMES, stage) },
      role: coded(ROLE_NAMES, roles.find((role) => rolesHeldBy(who).includes(role)) ?? roles[0]!),
      ...{ programme: programmeOf(programmeCode), quantityText: householdsText(households) },
      village: { code: areaCode, name: areas.find(({ code }) => code === areaCode)?.name ?? areaCode },
      openedAt: matter.openedAt.toISOString(),
      notBefore: matter.notBefore?.toISOString() ?? null,
      ...{ dueAt: matter.dueAt?.toISOString() ?? null, overdue: isLate(matter) },
      claimedBy: officials.find((official) => official.id === claims.get(id)) ?? null,
      awaitsSecondSignature: matter.firstId !== null,
    };
  };
}

/** One of them as its reader sees it. */
export async function matterView(tx: Tx, who: Who, matter: Matter): Promise<MatterTask> {
  return (await matterViews(tx, who, [matter], await claimsOf(tx, [matter])))(matter);
}
