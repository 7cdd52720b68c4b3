import { isBlocked } from '../../domain/rules/desk-findings.js';
import { reasonsFor } from '../../domain/rules/reasons.js';
import type { Act } from '../../domain/schemas/act.js';
import type { FieldError } from '../../domain/schemas/problem.js';
import type { BundleDecision } from '../../domain/schemas/bundle.js';
import { sha256, uuidFor } from '../../platform/digest.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { sealColumn } from '../../prisma/sealed.js';
import { keepWords } from '../../prisma/words.js';
import { struckOutDigest } from '../../proof/struck-out.js';
import type { Deps } from '../deps.js';
import { invalid, Refused } from '../problem.js';
import { struckOutBy } from '../queries/struck-out.js';
import { actorAt, type OfficialWho } from '../who.js';

const withHousehold = { application: { select: { caseNo: true, householdId: true } } } as const;
type Row = Prisma.BundleRowGetPayload<{ include: typeof withHousehold }>;
type Ground = Pick<Deps, 'db' | 'keyring'>;
type Strike = BundleDecision['struckOut'][number];

/**
 * The act that a decision about a bundle is. Whom it strikes out, and what was written, is kept first, under the act:
 * written once, whatever becomes of it.
 *
 * @throws Refused INVALID_INPUT, REASON_MISSING, BLOCKED_BY_FINDING naming the households
 */
export async function bundleActOf(
  { db, keyring }: Ground,
  who: OfficialWho,
  bundle: Bundle,
  actId: string,
  decision: BundleDecision,
): Promise<Act> {
  const { stage, verdict, reasonCode, words } = decision;
  mustFit(decision);
  await db.$transaction((tx) => keepStrikes({ tx, keyring, actId }, bundle, decision), LONG);
  const whole = words === undefined ? undefined : { ref: uuidFor(actId, 'words'), sha256: sha256(actId + words) };
  return {
    ...{ stage, verdict, by: actorAt(who, stage, bundle.areaCode), subject: actId },
    ...(stage === 'initialCheck' && { struckOut: struckOutDigest(await struckOutBy(db, bundle.no, actId)) }),
    ...(reasonCode !== undefined && { reasonCode }),
    ...(whole && { words: whole }),
  };
}

/** Sent once more, it is what was kept: its households have left the check since. */
async function keepStrikes(keeping: Keeping, bundle: Bundle, decision: BundleDecision): Promise<void> {
  const { tx, keyring, actId } = keeping;
  if ((await tx.bundleStrike.count({ where: { actId } })) > 0) return;
  const { stage, reasonCode, words } = decision;
  const rows = await tx.bundleRow.findMany({
    where: { bundleNo: bundle.no, state: 'filed' },
    include: withHousehold,
    orderBy: { position: 'asc' },
  });
  const strikes = strikesOf(decision, rows);
  if (stage === 'initialCheck') mustNotPass(rows, strikes);
  if (words !== undefined) {
    const wordsSealed = sealColumn(keyring.county(bundle.countyCode).key, 'bundleWords', words);
    await tx.bundleStrike.create({ data: { actId, position: 0, reasonCode: reasonCode ?? '', wordsSealed } });
  }
  for (const strike of strikes) await keepStrike(keeping, rows, strike);
}

/** A transaction over all households of a bundle. */
const LONG = { timeout: 45_000 };

const UNFIT = { zh: '该理由不适用于此决定，请从列表中选择', en: 'This reason does not fit the decision' };

function mustFit({ stage, verdict, reasonCode, struckOut }: BundleDecision): void {
  const refusals = reasonsFor('initialCheck', 'refuse');
  const errors: FieldError[] = struckOut.flatMap((strike, index) =>
    stage === 'initialCheck' && refusals.includes(strike.reasonCode)
      ? []
      : [{ field: `struckOut.${index}.reasonCode`, ...UNFIT }],
  );
  if (reasonCode !== undefined && !reasonsFor(stage, verdict).includes(reasonCode))
    errors.push({ field: 'reasonCode', ...UNFIT });
  if (errors.length > 0) throw invalid(errors);
}

/** Refused as a whole, every household is refused for the same reason. */
function strikesOf({ verdict, reasonCode, words, struckOut }: BundleDecision, rows: readonly Row[]): readonly Strike[] {
  if (verdict === 'refuse') {
    if (!reasonCode || !words) throw new Refused('REASON_MISSING');
    return rows.map(({ position }) => ({ position, reasonCode, words }));
  }
  const known = new Set(rows.map(({ position }) => position));
  const strange = struckOut.flatMap(({ position }, index) =>
    known.has(position) ? [] : [{ field: `struckOut.${index}.position`, zh: '没有该户', en: 'No such household' }],
  );
  if (strange.length > 0) throw invalid(strange);
  return struckOut;
}

/** A household with a blocking finding is struck out, or put right in the register first. */
function mustNotPass(rows: readonly Row[], strikes: readonly Strike[]): void {
  const struck = new Set(strikes.map(({ position }) => position));
  const blocked = rows.filter(({ position, findings }) => isBlocked(findings) && !struck.has(position));
  if (blocked.length === 0) return;
  const errors = blocked.slice(0, 100).map(({ position }) => ({
    field: `rows.${position}`,
    zh: `第${position}户比对发现不符合条件，请不予通过`,
    en: `Household ${position} has a finding that bars it: strike it out`,
  }));
  throw new Refused('BLOCKED_BY_FINDING', { errors });
}

interface Keeping {
  readonly tx: Tx;
  readonly keyring: Deps['keyring'];
  readonly actId: string;
}

async function keepStrike({ tx, keyring, actId }: Keeping, rows: readonly Row[], strike: Strike): Promise<void> {
  const { position, reasonCode, words: text } = strike;
  const { caseNo, householdId } = rows.find((row) => row.position === position)!.application;
  const id = uuidFor(actId, `strike/${position}`);
  const words = await keepWords(tx, keyring, { id, householdId, caseNo: caseNo!, text });
  await tx.bundleStrike.create({
    data: { actId, position, reasonCode, wordsId: words.ref, wordsSha256: words.sha256 },
  });
}
