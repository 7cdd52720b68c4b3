import { missingOf } from '../../domain/rules/draft-completeness.js';
import { DraftBody } from '../../domain/schemas/application-draft.js';
import type { FieldError } from '../../domain/schemas/problem.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { lockBundle } from '../../prisma/bundles.js';
import { ofHousehold } from '../../prisma/applicant.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { Refused } from '../problem.js';
import { mustBeOpenRoute } from '../queries/open-routes.js';
import { isOpen, policyInForce, programmeInForce } from '../queries/programmes.js';

/** So many of what is missing are told at once. */
const TOLD = 100;

/**
 * Hands a bundle in, in one transaction: every row complete, with the lists of signatures, the programme and the way
 * open. What follows (endorsements, its cases) the engine does from its row. `repeated`: it may have been handed in by
 * the same act.
 *
 * @throws Refused BUNDLE_MOVED, PROGRAMME_CLOSED, ROUTE_CLOSED, CONSENT_MISSING, BUNDLE_INCOMPLETE
 */
export async function submitBundle(db: Db, no: string, repeated: boolean): Promise<Bundle> {
  return await db.$transaction(async (tx) => {
    const bundle = await lockBundle(tx, no);
    if (bundle.state !== 'drafting') {
      if (repeated) return bundle;
      throw new Refused('BUNDLE_MOVED');
    }
    const { countyCode, programmeCode, areaCode, route } = bundle;
    const programme = await programmeInForce(tx, countyCode, programmeCode);
    const policy = await policyInForce(tx, countyCode);
    if (!isOpen(programme.body)) throw new Refused('PROGRAMME_CLOSED');
    await mustBeOpenRoute(tx, route, areaCode);
    await mustBeComplete(tx, no, programme.body);
    return await tx.bundle.update({
      where: { no },
      data: {
        state: route === 'tiered' ? 'villageEndorsement' : 'filing',
        ...{ submittedAt: new Date(), submission: { increment: 1 }, startedAt: null },
        ...{ awaitedSince: new Date(), overdueAt: null },
        ...{ programmeDigest: programme.digest, policyDigest: policy.digest },
      },
    });
  });
}

async function mustBeComplete(tx: Tx, bundleNo: string, programme: Programme): Promise<void> {
  if ((await tx.bundlePaper.count({ where: { bundleNo, kind: 'consentList' } })) === 0)
    throw new Refused('CONSENT_MISSING', { errors: [NO_LIST] });
  const errors = await missingIn(tx, bundleNo, programme);
  if (errors.length > 0) throw new Refused('BUNDLE_INCOMPLETE', { errors: errors.slice(0, TOLD) });
}

const NO_LIST = {
  field: 'papers.consentList',
  zh: '请上传各户签字或按手印的授权签字表',
  en: 'Upload the list on which the households signed that they agree',
};
const NO_HOUSEHOLD = { field: 'rows', zh: '请先填报农户', en: 'Enter the households first' };

/** What is missing of each household; `rows.3.papers.landLease` is the lease of the third. */
async function missingIn(tx: Tx, bundleNo: string, programme: Programme): Promise<FieldError[]> {
  const rows = await tx.bundleRow.findMany({
    where: { bundleNo, state: 'listed' },
    include: {
      application: {
        include: {
          papers: { select: { kind: true } },
          household: { select: { accounts: { where: { current: true }, select: { id: true } } } },
        },
      },
    },
    orderBy: { position: 'asc' },
  });
  if (rows.length === 0) return [NO_HOUSEHOLD];
  return rows.flatMap(({ position, application }) => {
    const { body, papers, household } = ofHousehold(application);
    const { quantity, registerConfirmed = false, promisedPapers = [] } = DraftBody.parse(body);
    const facts = {
      ...{ quantity, registerConfirmed, promisedPapers, uploadedKinds: papers.map(({ kind }) => kind) },
      // Its consent is on the list.
      ...{ filedByHelper: false, hasAccount: household.accounts.length > 0 },
    };
    return missingOf(facts, programme).map(({ field, zh, en }) => ({
      ...{ field: `rows.${position}.${field}`, zh: `第${position}户：${zh}`, en: `Household ${position}: ${en}` },
    }));
  });
}
