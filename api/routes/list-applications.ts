import { countyOf } from '../../domain/rules/county-of.js';
import type { ApplicationDraftModel } from '../../prisma/generated/models.js';
import { headOf } from '../../prisma/household.js';
import type { Deps } from '../deps.js';
import type { Handler } from '../handler.js';
import { consentsTo } from '../queries/consents.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { pageOf, positionOf } from '../queries/page.js';
import { programmeInForce } from '../queries/programmes.js';
import { helpedBy } from '../queries/visible.js';

export const listApplications: Handler<'listApplications'> = async ({ who, query }, deps) => {
  const { db } = deps;
  const position = positionOf(query.cursor);
  const own = who.kind === 'household' ? { householdId: who.id } : helpedBy(who);
  const before = position
    ? { OR: [{ createdAt: { lt: position.at! } }, { createdAt: position.at!, id: { lt: position.id } }] }
    : {};
  const rows = await db.applicationDraft.findMany({
    where: { AND: [own, before] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
    include: { household: true, payee: true },
  });
  const caseNos = rows.flatMap(({ caseNo }) => caseNo ?? []);
  const cases = await db.case.findMany({ where: { caseNo: { in: caseNos } }, select: { caseNo: true, stage: true } });
  const stages = new Map(cases.map(({ caseNo, stage }) => [caseNo, { code: stage, ...STAGE_NAMES[stage] }]));
  const consentTo = await consentsTo(db, rows.map(filed));
  const heads = await headsOf(
    deps,
    rows.flatMap(({ householdId }) => householdId ?? []),
  );
  const names = await namesOf(rows.map(({ programmeCode }) => programmeCode));
  return {
    status: 200,
    body: pageOf(
      rows,
      query.limit,
      ({ createdAt, id }) => ({ at: createdAt, id }),
      (row) => ({
        applicant: consentTo(filed(row)) === 'missing' ? null : nameOf(row),
        consent: consentTo(filed(row)),
        ...{ id: row.id, registerNo: row.household?.registerNo ?? null, caseNo: row.caseNo },
        programme: { code: row.programmeCode, name: names.get(row.programmeCode)! },
        stage: stages.get(row.caseNo ?? '') ?? null,
        updatedAt: row.updatedAt.toISOString(),
      }),
    ),
  };

  /** 村集体: by its own name, whoever files. */
  function nameOf({ householdId, payee }: (typeof rows)[number]): string {
    return payee?.name ?? heads.get(householdId!)!;
  }

  async function namesOf(codes: string[]) {
    const county = countyOf(who.areaCode);
    const programmes = await Promise.all([...new Set(codes)].map((code) => programmeInForce(db, county, code)));
    return new Map(programmes.map(({ body }) => [body.code, body.name]));
  }
};

const filed = ({ id: applicationId, helperId, payeeId, caseNo }: ApplicationDraftModel) => ({
  ...{ applicationId, helperId, payeeId, caseNo },
});

/** The heads of households, each opened once. */
async function headsOf({ db, keyring }: Deps, householdIds: readonly string[]): Promise<Map<string, string>> {
  const ids = new Set(householdIds);
  const heads = await Promise.all([...ids].map(async (id) => [id, (await headOf(db, keyring, id)).name] as const));
  return new Map(heads);
}
