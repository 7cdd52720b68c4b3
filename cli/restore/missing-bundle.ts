import { type BundleRowState, isPast } from '../../domain/rules/bundle-states.js';
import { countyOf } from '../../domain/rules/county-of.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Application } from '../../domain/schemas/application.js';
import { lockBundle } from '../../prisma/bundles.js';
import type { Tx } from '../../prisma/client.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';

type Bundle = NonNullable<Application['bundle']>;

/**
 * The bundle of a case that has begun, as far as what the case began with says: that it was handed in, endorsed and
 * checked. Who else was in it, and what was planned there, only the records know.
 */
export async function keepBundle(tx: Tx, application: Application, at: Date): Promise<void> {
  const { bundle } = application;
  if (!bundle) return;
  if (!(await tx.bundle.findUnique({ where: { no: bundle.no } }))) await makeBundle(tx, application, bundle, at);
  const { state, policyDigest } = await lockBundle(tx, bundle.no);
  const isChecked = bundle.acts.some(({ stage, verdict }) => stage === 'initialCheck' && verdict !== 'withdraw');
  if (isPast(isChecked ? 'initialCheck' : 'filing', state)) return;
  const { programmeDigest, policyDigest: ofCase } = application;
  const rules = policyDigest === null ? { programmeDigest, policyDigest: ofCase } : {};
  await tx.bundle.update({
    where: { no: bundle.no },
    data: { state: isChecked ? 'starting' : 'filing', submittedAt: at, ...rules },
  });
  await keepActs(tx, bundle, at);
}

async function makeBundle(tx: Tx, application: Application, { no, acts }: Bundle, at: Date): Promise<void> {
  const { programmeDigest, policyDigest, areaCode, helperId, decisions = [] } = application;
  const { code } = await programmeVersion(tx, programmeDigest);
  const isTiered = acts.some(({ stage }) => stage === 'villageEndorsement');
  const [filer] = decisions;
  await tx.bundle.create({
    data: {
      ...{ no, route: isTiered ? 'tiered' : 'bundled', programmeCode: code, countyCode: countyOf(areaCode) },
      ...{ areaCode: isTiered ? areaCode : areaCode.slice(0, 9), programmeDigest, policyDigest },
      ...(filer ? { officialId: filer.officialId } : { helperId: helperId ?? 'lost' }),
      ...{ submission: 1, createdAt: at, submittedAt: at },
    },
  });
}

/** What was decided about all of them; about a household that was struck out, its own row says otherwise. */
async function keepActs(tx: Tx, { no, acts }: Bundle, at: Date): Promise<void> {
  const known = await tx.bundleAct.count({ where: { bundleNo: no } });
  const missing = acts.filter(({ verdict }, index) => index >= known && verdict !== 'withdraw');
  for (const [index, act] of missing.entries()) {
    const seq = known + index + 1;
    const actId = `${no}/${seq}`;
    const { reasonCode: _reason, words: _words, ...said } = act;
    const body: Act = { ...said, verdict: 'pass', subject: actId };
    await tx.bundleAct.create({ data: { bundleNo: no, seq, actId, body, at } });
  }
}

/** The household's row in its bundle: the one that is listed, or a new one. Answers its draft, where there is one. */
export async function listedDraft(tx: Tx, { bundle, householdId }: Application): Promise<string | undefined> {
  if (!bundle) return undefined;
  const row = await tx.bundleRow.findFirst({
    where: { bundleNo: bundle.no, application: { householdId, caseNo: null } },
  });
  return row?.applicationId;
}

/** What its case began with last says what became of it. */
function rowStateBy(last: Act | undefined): BundleRowState {
  if (last?.verdict === 'withdraw') return 'withdrawn';
  return last?.verdict === 'refuse' ? 'struckOut' : 'filed';
}

/** It has its case; struck out, with the reason. */
export async function keepRow(tx: Tx, { bundle }: Application, applicationId: string, at: Date): Promise<void> {
  if (!bundle) return;
  const last = bundle.acts.at(-1);
  const state = rowStateBy(last);
  const withdrawal = state === 'withdrawn' ? { withdrawal: { ...last! } as object } : {};
  const { _max } = await tx.bundleRow.aggregate({ where: { bundleNo: bundle.no }, _max: { position: true } });
  const { position } = await tx.bundleRow.upsert({
    where: { applicationId },
    create: {
      ...{ bundleNo: bundle.no, position: 1 + (_max.position ?? 0), applicationId, state },
      ...{ consentedOn: shanghaiDate(at.getTime()), checkedAt: at, ...withdrawal },
    },
    update: { state, checkedAt: at, ...withdrawal },
  });
  if (!last || state !== 'struckOut') return;
  const act = await tx.bundleAct.findFirstOrThrow({ where: { bundleNo: bundle.no }, orderBy: { seq: 'desc' } });
  const strike = { actId: act.actId, position, reasonCode: last.reasonCode ?? '' };
  const words = { wordsId: last.words?.ref ?? null, wordsSha256: last.words?.sha256 ?? null };
  await tx.bundleStrike.createMany({ data: [{ ...strike, ...words }], skipDuplicates: true });
}
