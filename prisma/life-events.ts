import { effectOf, type LifeEvent, type LifeEventEffect } from '../domain/rules/life-events.js';
import type { Tx } from './client.js';
import type { CaseModel as Case } from './generated/models.js';
import { programmeVersion } from './rules-in-force.js';

/** What a change does to a case, by the version of its programme that it began under; undefined: an official looks at it. */
export async function effectOnCase(
  tx: Tx,
  { programmeDigest, personId }: Pick<Case, 'programmeDigest' | 'personId'>,
  event: LifeEvent,
): Promise<LifeEventEffect | undefined> {
  const { lifeEvents } = await programmeVersion(tx, programmeDigest);
  return effectOf(lifeEvents, event, await statusOf(tx, personId));
}

/** Of a person's own, where that person is by the register. */
export async function statusOf(tx: Tx, personId: string | null) {
  if (personId === null) return undefined;
  return (await tx.member.findUniqueOrThrow({ where: { id: personId }, select: { status: true } })).status;
}
