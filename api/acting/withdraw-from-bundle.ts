import { BUNDLE_STAGES, isBeforeItsCases } from '../../domain/rules/bundle-states.js';
import type { Stage } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';
import { uuidFor } from '../../platform/digest.js';
import { lockBundle } from '../../prisma/bundles.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { keepWords } from '../../prisma/words.js';
import type { Deps } from '../deps.js';
import { actorAt, type Who } from '../who.js';
import { hasLeft } from './act-in-case.js';
import { signOnBundle } from './sign-bundle-cases.js';
import { startSoon } from './start-case.js';

type Ground = Pick<Deps, 'db' | 'keyring' | 'engine'>;

interface Withdrawing {
  readonly who: Who;
  readonly applicationId: string;
  readonly actId: string;
  readonly words?: string | undefined;
}

/** The step of the bundle at which it was withdrawn, and its case, where it has one already. */
interface Withdrawn {
  readonly stage: Stage;
  readonly caseNo: string | null;
}

/**
 * 撤回 out of a bundle that was handed in, by the household or by whoever filed it, before its case has begun: kept on
 * its row; its case, if it is open already, begins and ends with it. No other household waits for that. Undefined where
 * its case has begun, or is begun by this, and is to be told; or where it stands in no such bundle.
 */
export async function withdrawFromBundle(deps: Ground, withdrawing: Withdrawing): Promise<Withdrawn | undefined> {
  const { db } = deps;
  const row = await db.bundleRow.findUnique({ where: { applicationId: withdrawing.applicationId } });
  if (!row) return undefined;
  const withdrawn = await withdraw(deps, row.bundleNo, withdrawing);
  const { caseNo } = await db.applicationDraft.findUniqueOrThrow({ where: { id: withdrawing.applicationId } });
  const unstarted = caseNo && (await db.case.findFirst({ where: { caseNo, startedAt: null } }));
  if (unstarted && (withdrawn || (await isStarting(deps, row.bundleNo)))) {
    await startSoon(deps, unstarted);
    await hasLeft(db, { caseNo: unstarted.caseNo, strand: 'case', stage: 'submitted' });
  }
  return withdrawn && { stage: withdrawn, caseNo };
}

/** Answers with the step at which it was taken back; undefined where its case is to be told. */
async function withdraw(
  { db, keyring }: Ground,
  bundleNo: string,
  withdrawing: Withdrawing,
): Promise<Stage | undefined> {
  const { who, applicationId, actId, words } = withdrawing;
  return await db.$transaction(async (tx) => {
    const bundle = await lockBundle(tx, bundleNo);
    const row = await tx.bundleRow.findUniqueOrThrow({ where: { applicationId }, include: { application: true } });
    if (row.state === 'withdrawn') return stepOf(bundle);
    if (!isBeforeItsCases(bundle.state) || (row.state !== 'listed' && row.state !== 'filed')) return undefined;
    const { householdId, caseNo } = row.application;
    const written = { householdId, ...(caseNo !== null && { caseNo }), id: uuidFor(actId, 'words') };
    const act: Act = {
      ...{ stage: stepOf(bundle), verdict: 'withdraw', by: actorAt(who, stepOf(bundle)) },
      ...(words && { words: await keepWords(tx, keyring, { ...written, text: words }) }),
    };
    await tx.bundleRow.update({ where: { applicationId }, data: { state: 'withdrawn', withdrawal: act } });
    await signOnBundle(tx, keyring, bundle, { actId, act: { ...act, subject: applicationId } });
    return act.stage;
  });
}

/** While its cases are being opened it is on its way to the check. */
const stepOf = ({ state }: Bundle): Stage => BUNDLE_STAGES.find((stage) => stage === state) ?? 'initialCheck';

const isStarting = async ({ db }: Ground, no: string): Promise<boolean> =>
  (await db.bundle.count({ where: { no, state: 'starting' } })) > 0;
