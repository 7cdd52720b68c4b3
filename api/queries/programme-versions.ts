import { Programme } from '../../domain/schemas/programme.js';
import type { DraftDetail } from '../../domain/schemas/programme-version.js';
import { standardText } from '../../domain/texts/standard.js';
import type { Tx } from '../../prisma/client.js';
import type { ProgrammeDraftModel, ProgrammeModel } from '../../prisma/generated/models.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { pageOf, positionOf } from './page.js';

interface Asked {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly code?: string | undefined;
}

function versionView({ digest, body }: Pick<ProgrammeModel, 'digest' | 'body'>) {
  const programme = Programme.parse(body);
  const { code, version, name } = programme;
  const iso = (text: string): string => new Date(text).toISOString();
  return {
    ...{ code, version, digest, name, standard: standardText(programme) },
    ...{ opensAt: iso(programme.opensAt), closesAt: iso(programme.closesAt) },
  };
}

/** All versions of a county's programmes, those of one programme after another. */
export async function versionPage(tx: Tx, { areaCode }: OfficialWho, { cursor, limit, code }: Asked) {
  const position = positionOf(cursor);
  const after = position && { code: position.id.split('/')[0]!, version: Number(position.id.split('/')[1]) };
  const rows = await tx.programme.findMany({
    where: {
      ...{ countyCode: areaCode, ...(code !== undefined && { code }) },
      ...(after && { OR: [{ code: { gt: after.code } }, { code: after.code, version: { gt: after.version } }] }),
    },
    orderBy: [{ code: 'asc' }, { version: 'asc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ code, version }) => ({ at: null, id: `${code}/${version}` }), versionView);
}

/** Drafts of new versions, the newest first. */
export async function draftPage(tx: Tx, { areaCode }: OfficialWho, { cursor, limit, code }: Asked) {
  const position = positionOf(cursor);
  const rows = await tx.programmeDraft.findMany({
    where: {
      ...{ countyCode: areaCode, ...(code !== undefined && { code }) },
      ...behind(position, 'importedAt', 'id'),
    },
    orderBy: [{ importedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const show = await draftShower(tx, rows);
  return pageOf(rows, limit, ({ importedAt, id }) => ({ at: importedAt, id }), show);
}

/** @throws Refused NOT_FOUND */
export async function draftView(tx: Tx, who: OfficialWho, id: string) {
  const row = await draftOf(tx, who, id);
  return (await draftShower(tx, [row]))(row);
}

/** A draft with all that it says, and the version that it changes. @throws Refused NOT_FOUND */
export async function draftDetail(tx: Tx, who: OfficialWho, id: string): Promise<DraftDetail> {
  const row = await draftOf(tx, who, id);
  const programme = Programme.parse(row.body);
  const show = await draftShower(tx, [row]);
  return { ...show(row), programme, before: await versionBefore(tx, programme) };
}

/** @throws Refused NOT_FOUND */
export const draftOf = async (tx: Tx, { areaCode }: OfficialWho, id: string): Promise<ProgrammeDraftModel> =>
  found(await tx.programmeDraft.findFirst({ where: { id, countyCode: areaCode } }));

/** The newest version that one comes after; null for the first of its programme. */
async function versionBefore(tx: Tx, { countyCode, code, version }: Programme): Promise<Programme | null> {
  const where = { countyCode, code, version: { lt: version } };
  const row = await tx.programme.findFirst({ where, orderBy: { version: 'desc' } });
  return row && Programme.parse(row.body);
}

async function draftShower(tx: Tx, rows: readonly ProgrammeDraftModel[]) {
  const person = await officialsBy(
    tx,
    rows.flatMap(({ importedById, decidedById }) => [importedById, decidedById]),
  );
  return (row: ProgrammeDraftModel) => ({
    ...{ ...versionView(row), id: row.id, agreed: row.agreed },
    ...{ importedBy: person(row.importedById), importedAt: row.importedAt.toISOString() },
    decidedBy: row.decidedById === null ? null : person(row.decidedById),
  });
}

/** The newest version of each programme of a county: what it goes on editing. */
export async function newestProgrammes(tx: Tx, countyCode: string): Promise<Programme[]> {
  const rows = await tx.programme.findMany({
    where: { countyCode },
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
  });
  return rows.map(({ body }) => Programme.parse(body));
}
