import type { BundleDetail } from '../../domain/schemas/bundle.js';
import { Outcome } from '../../domain/schemas/outcome.js';
import { Act } from '../../domain/schemas/act.js';
import { BUNDLE_PAPERS, BUNDLE_ROW_STATE_NAMES } from '../../domain/texts/bundles.js';
import { OUTCOME_NAMES } from '../../domain/texts/endings.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { VERDICT_NAMES } from '../../domain/texts/verdicts.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { BundleActModel, BundleModel as Bundle, BundlePaperModel } from '../../prisma/generated/models.js';
import { openColumn } from '../../prisma/sealed.js';
import { type BundleWho, bundleViews, visibleBundle } from './bundles.js';
import { coded } from './coded.js';
import { officialsBy } from './officials.js';
import { personsOf } from './persons.js';

/** A bundle with its progress. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function bundleDetail(tx: Tx, keyring: Keyring, who: BundleWho, no: string): Promise<BundleDetail> {
  const bundle = await visibleBundle(tx, who, no);
  const ofBundle = { where: { bundleNo: no } };
  const rows = await tx.bundleRow.groupBy({ by: ['state'], ...ofBundle, _count: true, orderBy: { state: 'asc' } });
  const stages = await tx.case.groupBy({
    by: ['stage'],
    where: { bundleNo: no, running: true },
    ...{ _count: true, orderBy: { stage: 'asc' } },
  });
  const papers = await tx.bundlePaper.findMany({ ...ofBundle, orderBy: { uploadedAt: 'asc' } });
  const notices = await tx.publication.findMany({ ...ofBundle, orderBy: { publishedAt: 'asc' }, select: { no: true } });
  return {
    ...(await bundleViews(tx, [bundle]))(bundle),
    filedBy: await filedBy(tx, bundle),
    rows: rows.map(({ state, _count }) => ({ state: coded(BUNDLE_ROW_STATE_NAMES, state), rows: _count })),
    stages: stages.map(({ stage, _count }) => ({ stage: coded(STAGE_NAMES, stage), cases: _count })),
    outcomes: await outcomesOf(tx, no),
    decisions: await decisionsOn(tx, keyring, bundle),
    papers: papers.map(bundlePaperView),
    notices: notices.map((notice) => notice.no),
    gatherBy: bundle.gatherBy?.toISOString() ?? null,
  };
}

/** A helper by what he is: his name is sealed. */
async function filedBy(tx: Tx, { officialId }: Bundle): Promise<BundleDetail['filedBy']> {
  if (officialId !== null) return (await officialsBy(tx, [officialId]))(officialId);
  return { name: ROLE_NAMES.helper.zh, office: null, role: coded(ROLE_NAMES, 'helper') };
}

async function outcomesOf(tx: Tx, bundleNo: string): Promise<BundleDetail['outcomes']> {
  const rows = await tx.$queryRaw<{ kind: Outcome['kind']; cases: number }[]>`
    SELECT "outcome"->>'kind' AS kind, count(*)::int AS cases FROM "Case"
    WHERE "bundleNo" = ${bundleNo} AND NOT "running" GROUP BY 1 ORDER BY 1`;
  return rows.map(({ kind, cases }) => ({ outcome: coded(OUTCOME_NAMES, kind), cases }));
}

async function decisionsOn(tx: Tx, keyring: Keyring, { no, countyCode }: Bundle): Promise<BundleDetail['decisions']> {
  const rows = await tx.bundleAct.findMany({ where: { bundleNo: no }, orderBy: { seq: 'asc' } });
  const acts = rows.map(({ body }) => Act.parse(body));
  const by = await personsOf(tx, acts);
  const written = await tx.bundleStrike.findMany({
    where: { actId: { in: rows.map(({ actId }) => actId) }, position: 0, wordsSealed: { not: null } },
  });
  const { key } = keyring.county(countyCode);
  const words = new Map(written.map((row) => [row.actId, openColumn(key, 'bundleWords', row.wordsSealed!)]));
  return rows.map(({ actId, at }: BundleActModel, index) => {
    const act = acts[index]!;
    return {
      ...{ stage: coded(STAGE_NAMES, act.stage), verdict: coded(VERDICT_NAMES, act.verdict), by: by(act) },
      ...{ at: at.toISOString(), words: words.get(actId) ?? null },
    };
  });
}

export const bundlePaperView = ({ id, kind, contentType, bytes, sha256, uploadedAt }: BundlePaperModel) => ({
  ...{ id, kind: coded(BUNDLE_PAPERS, kind), contentType, bytes, sha256, uploadedAt: uploadedAt.toISOString() },
});
