import canonicalize from 'canonicalize';
import { SIGNERS } from '../../domain/rules/matters.js';
import { boundAs } from '../../domain/rules/substitution.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { NewRecovery } from '../../domain/schemas/recoveries.js';
import { SIGNATURE_LETTERS } from '../../domain/texts/recoveries.js';
import { sha256, uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { CaseModel, RecoveryModel as Recovery } from '../../prisma/generated/models.js';
import { lockCase } from '../../prisma/lock-case.js';
import { paidFen, tellOfClaim } from '../../prisma/recoveries.js';
import { tellOfficials } from '../../prisma/tell-officials.js';
import { keepWords } from '../../prisma/words.js';
import { found, Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import { type OfficialWho, postAt } from '../who.js';
import { mustBeFree } from './matter.js';
import { mustBeNoKin } from './no-kin.js';

/** What the second official signs: one signs what one has seen. */
export const claimDigest = ({ caseNo, cause, amountFen, wordsId, openedById }: Recovery): string =>
  sha256(canonicalize({ caseNo, cause, amountFen: String(amountFen), wordsId, openedById }) ?? '');

/**
 * 追缴, the first of two signatures; the same official may change his own. Answers what the second one signs.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, NOTHING_PAID, CLAIM_TOO_LARGE, CLAIM_THERE
 */
export async function proposeClaim(
  { db, keyring }: { db: Db; keyring: Keyring },
  who: OfficialWho,
  caseNo: string,
  actId: string,
  { cause, amountFen, words }: NewRecovery,
): Promise<string> {
  return await db.$transaction(async (tx) => {
    const { householdId } = await claimableCase(tx, who, caseNo, BigInt(amountFen));
    const known = await tx.recovery.findUnique({ where: { caseNo } });
    if (known && (known.state !== 'proposed' || known.openedById !== who.id)) throw new Refused('CLAIM_THERE');
    const { ref } = await keepWords(tx, keyring, { id: uuidFor(actId, 'words'), householdId, caseNo, text: words });
    const data = { cause, amountFen, wordsId: ref, openedById: who.id, openedAt: new Date() };
    const claim = await tx.recovery.upsert({
      where: { caseNo },
      create: { caseNo, state: 'proposed', ...data },
      update: data,
    });
    const digest = claimDigest(claim);
    await tellSigners(tx, keyring, who, { caseNo, key: digest, ...SIGNATURE_LETTERS.claim });
    return digest;
  });
}

export interface Signed {
  readonly digest: string;
  readonly agrees: boolean;
}

/**
 * The second signature: the claim is in force and the household told; or the proposal is gone. Answers which.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, NOT_AWAITED, KIN, OWN_DECISION, ALREADY_SIGNED, PROPOSAL_CHANGED, CLAIM_THERE,
 * CLAIM_TOO_LARGE, TASK_TAKEN
 */
export async function signClaim(
  { db, keyring }: { db: Db; keyring: Keyring },
  who: OfficialWho,
  caseNo: string,
  { digest, agrees }: Signed,
): Promise<boolean> {
  return await db.$transaction(async (tx) => {
    await lockCase(tx, caseNo);
    const by = signerOf(who, await visibleCase(tx, who, caseNo));
    const claim = found(await tx.recovery.findUnique({ where: { caseNo } }));
    if (claim.state !== 'proposed' && claim.signedById === who.id && claimDigest(claim) === digest) return true;
    if (claim.state !== 'proposed') throw new Refused('CLAIM_THERE');
    mustBeSecond(by, { firstId: claim.openedById, proposed: claimDigest(claim), digest });
    const { openedAt } = claim;
    await mustBeFree(tx, who, { kind: 'recovery', no: caseNo, stage: 'recoverySignature', openedAt });
    await mustBeImpartial(tx, by, caseNo);
    if (!agrees) {
      await tx.recovery.delete({ where: { caseNo } });
      return false;
    }
    const { householdId } = await claimableCase(tx, who, caseNo, claim.amountFen);
    for (const id of boundAs(by)) await mustBeNoKin(tx, { id }, householdId);
    const data = { state: 'open', ...signedBy(by) } as const;
    await tellOfClaim(tx, keyring, await tx.recovery.update({ where: { caseNo }, data }));
    return true;
  });
}

interface SecondSignature {
  /** Null where nobody signed first: a finding opened it. */
  readonly firstId: string | null;
  /** What is proposed now, and what the second official has seen of it. */
  readonly proposed: string;
  readonly digest: string;
}

/** Who signs second: as himself, or in the place of an absent colleague, whose ties bind him too. */
export type Signer = Pick<Actor, 'id' | 'inAbsenceOf'>;

/** @throws Refused NOT_AWAITED for whoever is neither a signer in this area nor stands in for one */
export function signerOf(who: OfficialWho, { areaCode }: Pick<CaseModel, 'areaCode'>): Signer {
  const post = postAt(who, SIGNERS, areaCode);
  if (!post) throw new Refused('NOT_AWAITED');
  return { id: who.id, ...post };
}

/** What is kept of a second signature. */
export const signedBy = ({ id, inAbsenceOf }: Signer) => ({
  ...{ signedById: id, signedForId: inAbsenceOf ?? null, signedAt: new Date() },
});

/** @throws Refused ALREADY_SIGNED for who signed first, PROPOSAL_CHANGED for who has seen another */
export function mustBeSecond(by: Signer, { firstId, proposed, digest }: SecondSignature): void {
  if (firstId !== null && boundAs(by).includes(firstId)) throw new Refused('ALREADY_SIGNED');
  if (proposed !== digest) throw new Refused('PROPOSAL_CHANGED');
}

/** The case, locked, with so much paid to it. @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, NOTHING_PAID, CLAIM_TOO_LARGE */
async function claimableCase(tx: Tx, who: OfficialWho, caseNo: string, amountFen: bigint): Promise<CaseModel> {
  await lockCase(tx, caseNo);
  const row = await visibleCase(tx, who, caseNo);
  await mustBeNoKin(tx, who, row.householdId);
  const paid = await paidFen(tx, caseNo);
  if (paid === 0n) throw new Refused('NOTHING_PAID');
  if (amountFen > paid) throw new Refused('CLAIM_TOO_LARGE');
  return row;
}

/** @throws Refused OWN_DECISION: who made or reviewed the order does not judge whether it was right */
export async function mustBeImpartial(tx: Tx, by: Signer, caseNo: string): Promise<void> {
  const self = { in: boundAs(by) };
  const own = [{ preparedById: self }, { reviewedById: self }, { thirdById: self }];
  if ((await tx.payment.count({ where: { caseNo, state: 'credited', OR: own } })) > 0)
    throw new Refused('OWN_DECISION');
}

/** The claim in force in a case. @throws Refused NOT_FOUND where there is none, CLAIM_SETTLED */
export async function openClaim(tx: Tx, caseNo: string): Promise<Recovery> {
  const claim = found(await tx.recovery.findUnique({ where: { caseNo } }));
  if (claim.state === 'proposed') throw new Refused('NOT_FOUND');
  if (claim.state === 'settled') throw new Refused('CLAIM_SETTLED');
  return claim;
}

interface Letter {
  readonly caseNo: string;
  /** What waits: told once. */
  readonly key: string;
  readonly subject: string;
  readonly text: string;
}

/** Those who may sign second hear by mail that something waits for them. */
export async function tellSigners(tx: Tx, keyring: Keyring, who: OfficialWho, letter: Letter): Promise<void> {
  const told = { ...letter, key: `signature/${letter.key}`, except: who.id };
  for (const role of SIGNERS) await tellOfficials(tx, keyring, { ...told, role });
}
