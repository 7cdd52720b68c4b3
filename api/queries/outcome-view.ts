import { reasonOf } from '../../domain/rules/reasons.js';
import { endsFromBeside, type Stage } from '../../domain/rules/stages.js';
import { Act } from '../../domain/schemas/act.js';
import type { CaseView } from '../../domain/schemas/case-view.js';
import { MAIN_LINES } from '../../domain/schemas/application.js';
import { Outcome } from '../../domain/schemas/outcome.js';
import { OUTCOME_NAMES } from '../../domain/texts/endings.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { caseKey } from '../../prisma/applicant.js';
import { policyVersion } from '../../prisma/rules-in-force.js';
import { openWords } from '../../prisma/words.js';
import { coded } from './coded.js';

/** Stages of a case that was refused and may still be reviewed: the refusal stands until it is overturned. */
const AFTER_REFUSAL: readonly Stage[] = ['refused', 'internalReview'];
/** Ends that an official's decision brought. */
const DECIDED: readonly Outcome['kind'][] = ['refused', 'closedForChange', 'notConfirmed'];
/** What the household brought about itself, or has no quarrel with. */
const WITHOUT_REMEDY: readonly Outcome['kind'][] = [
  'completed',
  'granted',
  'entitlementEnded',
  'housedOtherwise',
  'withdrawn',
  'reviewed',
  'settledIn',
];

/**
 * How a case ended, or how it ends unless an internal review says otherwise: with its reason, the legal basis, what
 * the official wrote, and the household's remedies with their time limits.
 */
export async function outcomeView(tx: Tx, keyring: Keyring, row: CaseModel): Promise<CaseView['outcome']> {
  const isRefused = row.running && AFTER_REFUSAL.includes(row.stage);
  if (!isRefused && (row.running || row.outcome === null)) return null;
  const kind = isRefused ? 'refused' : Outcome.parse(row.outcome).kind;
  const decision = DECIDED.includes(kind) ? await decisionBehind(tx, row, kind) : undefined;
  const reason = reasonOf(decision?.reasonCode);
  const policy = WITHOUT_REMEDY.includes(kind) ? undefined : await policyVersion(tx, row.policyDigest);
  return {
    kind: coded(OUTCOME_NAMES, kind),
    reason: reason ? { code: decision!.reasonCode!, zh: reason.zh, en: reason.en } : null,
    basis: reason?.basis ?? null,
    words: await wordsOf(tx, keyring, row, decision),
    remedies: policy?.remedies ?? null,
  };
}

/** The last act against the household: what its end, or the refusal that may be reviewed, rests on. */
async function decisionBehind(tx: Tx, { caseNo }: CaseModel, kind: Outcome['kind']): Promise<Act | undefined> {
  const acted = await tx.caseEvent.findMany({
    where: { caseNo, strand: { in: [...MAIN_LINES] }, kind: 'acted' },
    orderBy: [{ strand: 'desc' }, { seq: 'desc' }],
  });
  const acts = acted.map(({ body }) => Act.parse((body as { act: unknown }).act));
  const isAgainst = ({ verdict }: Act) => verdict === 'refuse' || endsFromBeside(verdict);
  return acts.find((act) => isAgainst(act) && (kind !== 'notConfirmed' || act.stage === 'reliefConfirmation'));
}

async function wordsOf(tx: Tx, keyring: Keyring, row: CaseModel, decision: Act | undefined): Promise<string | null> {
  const ref = decision?.words?.ref;
  if (ref === undefined) return null;
  return (await openWords(tx, await caseKey(tx, keyring, row), [ref])).get(ref) ?? null;
}
