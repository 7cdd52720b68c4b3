import { Programme } from '../../domain/schemas/programme.js';
import type { Db } from '../../prisma/client.js';
import { programmeRow } from '../../prisma/versions.js';
import { found, Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { type DraftSigning, waitsFor } from './draft-signing.js';

/**
 * The second signature: puts a draft into force from its date, or takes it off. Cases keep the version they began with.
 *
 * @throws Refused NOT_FOUND, PROPOSAL_CHANGED, ALREADY_SIGNED
 */
export async function signProgramme(db: Db, who: OfficialWho, id: string, signing: DraftSigning): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "ProgrammeDraft" WHERE "id" = ${id} FOR UPDATE`;
    const draft = found(await tx.programmeDraft.findFirst({ where: { id, countyCode: who.areaCode } }));
    if (!waitsFor(who, draft, draft.importedById, signing)) return;
    const { agrees } = signing;
    const { countyCode, code } = draft;
    const body = Programme.parse(draft.body);
    const later = await tx.programme.count({ where: { countyCode, code, version: { gte: body.version } } });
    if (later > 0) throw new Refused('PROPOSAL_CHANGED');
    if (agrees) await tx.programme.create({ data: programmeRow(body) });
    const data = { decidedAt: new Date(), decidedById: who.id, agreed: agrees };
    await tx.programmeDraft.update({ where: { id }, data });
  });
}
