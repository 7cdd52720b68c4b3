import canonicalize from 'canonicalize';
import { boundAs } from '../../domain/rules/substitution.js';
import type { SetOffWords } from '../../domain/schemas/recoveries.js';
import { CLAIM_MESSAGES, SIGNATURE_LETTERS } from '../../domain/texts/recoveries.js';
import { sha256, uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { RecoveryModel as Recovery, SetOffOrderModel as SetOffOrder } from '../../prisma/generated/models.js';
import { tellHousehold } from '../../prisma/household-message.js';
import { lockCase } from '../../prisma/lock-case.js';
import { keepWords } from '../../prisma/words.js';
import { found, Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { mustBeImpartial, mustBeSecond, openClaim, type Signed, signedBy, signerOf, tellSigners } from './claim.js';
import { mustBeFree } from './matter.js';
import { mustBeNoKin } from './no-kin.js';

type Deps = { readonly db: Db; readonly keyring: Keyring };

/** What the second official signs: one signs what one has seen. */
export const setOffDigest = ({ caseNo, wordsId, orderedById }: SetOffOrder): string =>
  sha256(canonicalize({ caseNo, setOff: true, wordsId, orderedById }) ?? '');

/**
 * 抵扣, the first of two signatures; the same official may change his own. Answers what the second one signs.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, CLAIM_SETTLED, SET_OFF_THERE
 */
export async function proposeSetOff(
  { db, keyring }: Deps,
  who: OfficialWho,
  caseNo: string,
  actId: string,
  { words }: SetOffWords,
): Promise<string> {
  return await db.$transaction(async (tx) => {
    const { householdId } = await openClaimIn(tx, who, caseNo);
    const known = await tx.setOffOrder.findUnique({ where: { caseNo } });
    const isOwn = known?.state === 'proposed' && known.orderedById === who.id;
    if (known && known.state !== 'withdrawn' && !isOwn) throw new Refused('SET_OFF_THERE');
    const { ref } = await keepWords(tx, keyring, { id: uuidFor(actId, 'words'), householdId, caseNo, text: words });
    const data = {
      state: 'proposed' as const,
      ...{ wordsId: ref, orderedById: who.id, orderedAt: new Date() },
      ...{
        signedById: null,
        signedForId: null,
        signedAt: null,
        withdrawnById: null,
        withdrawnAt: null,
        withdrawalWordsId: null,
      },
    };
    const order = await tx.setOffOrder.upsert({ where: { caseNo }, create: { caseNo, ...data }, update: data });
    const digest = setOffDigest(order);
    await tellSigners(tx, keyring, who, { caseNo, key: digest, ...SIGNATURE_LETTERS.setOff });
    return digest;
  });
}

/**
 * The second signature: from now on it is kept back of what the household is paid; or the proposal is gone. Answers which.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, NOT_AWAITED, KIN, OWN_DECISION, ALREADY_SIGNED, PROPOSAL_CHANGED,
 * CLAIM_SETTLED, SET_OFF_THERE, TASK_TAKEN
 */
export async function signSetOff(
  { db, keyring }: Deps,
  who: OfficialWho,
  caseNo: string,
  { digest, agrees }: Signed,
): Promise<boolean> {
  return await db.$transaction(async (tx) => {
    await lockCase(tx, caseNo);
    const by = signerOf(who, await visibleCase(tx, who, caseNo));
    const order = found(await tx.setOffOrder.findUnique({ where: { caseNo } }));
    if (order.state === 'inForce' && order.signedById === who.id && setOffDigest(order) === digest) return true;
    if (order.state !== 'proposed') throw new Refused('SET_OFF_THERE');
    mustBeSecond(by, { firstId: order.orderedById, proposed: setOffDigest(order), digest });
    const { householdId } = await openClaimIn(tx, who, caseNo);
    for (const id of boundAs(by)) await mustBeNoKin(tx, { id }, householdId);
    await mustBeFree(tx, who, { kind: 'setOff', no: caseNo, stage: 'setOffSignature', openedAt: order.orderedAt });
    await mustBeImpartial(tx, by, caseNo);
    if (!agrees) {
      await tx.setOffOrder.delete({ where: { caseNo } });
      return false;
    }
    const data = { state: 'inForce', ...signedBy(by) } as const;
    await tx.setOffOrder.update({ where: { caseNo }, data });
    await tellHousehold(tx, keyring, {
      caseNo,
      key: `${caseNo}/set-off/${digest}`,
      text: CLAIM_MESSAGES.setOffOrdered(caseNo),
    });
    return true;
  });
}

/**
 * Nothing more is kept back, where nothing was yet; the household is told why. Repeated, the act finds it done.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, SET_OFF_USED
 */
export async function withdrawSetOff(
  { db, keyring }: Deps,
  who: OfficialWho,
  caseNo: string,
  actId: string,
  { words }: SetOffWords,
): Promise<void> {
  const wordsId = uuidFor(actId, 'words');
  await db.$transaction(async (tx) => {
    await lockCase(tx, caseNo);
    const { householdId } = await visibleCase(tx, who, caseNo);
    const order = found(await tx.setOffOrder.findUnique({ where: { caseNo } }));
    if (order.withdrawalWordsId === wordsId) return;
    if (order.state !== 'inForce') throw new Refused('NOT_FOUND');
    await mustBeNoKin(tx, who, householdId);
    const used = await tx.recoveryReceipt.count({ where: { caseNo, setOffAgainst: { not: null } } });
    if (used > 0) throw new Refused('SET_OFF_USED');
    await keepWords(tx, keyring, { id: wordsId, householdId, caseNo, text: words });
    const data = {
      state: 'withdrawn',
      withdrawnById: who.id,
      withdrawnAt: new Date(),
      withdrawalWordsId: wordsId,
    } as const;
    await tx.setOffOrder.update({ where: { caseNo }, data });
    const text = CLAIM_MESSAGES.setOffWithdrawn(caseNo);
    await tellHousehold(tx, keyring, { caseNo, key: `${caseNo}/set-off/${wordsId}`, text });
  });
}

/** The claim in force in a case, which is locked. @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, CLAIM_SETTLED */
async function openClaimIn(
  tx: Tx,
  who: OfficialWho,
  caseNo: string,
): Promise<Recovery & { readonly householdId: string | null }> {
  await lockCase(tx, caseNo);
  const { householdId } = await visibleCase(tx, who, caseNo);
  await mustBeNoKin(tx, who, householdId);
  return { ...(await openClaim(tx, caseNo)), householdId };
}
