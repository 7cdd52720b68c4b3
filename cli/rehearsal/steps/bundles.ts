import { shanghaiDate } from '../../../domain/rules/working-days.js';
import type { JointStep } from '../../../domain/schemas/joint-notice.js';
import type { ApiClient } from '../api-client.js';
import { CAST } from '../cast.js';
import type { CaseWalk, Step } from '../case-walk.js';
import { eventually } from '../patience.js';
import { photograph } from '../photograph.js';
import { AFTER_ACCEPTANCE, askedQuantity, signIn } from './filing.js';
import { inTime } from './offices.js';
import { givesPaper } from './papers.js';

const TODAY = shanghaiDate(Date.now());
const PAPER = 'purchaseReceipt';

/** 捆绑申报: the township applies for the household; its case opens with the bundle. */
export const isFiledInBundle: Step = async (walk) => {
  await signIn(walk);
  await handIn(walk, await walk.town.official(`${walk.township}-clerk-2`), 'bundled');
};

/** 逐级申报: the village's helper applies; the village and the township endorse it. */
export const isFiledLevelByLevel: Step = async (walk) => {
  await signIn(walk);
  const { villageCode } = walk.newcomer.register;
  await handIn(walk, await walk.town.helper(villageCode), 'tiered');
  await endorses(walk, 'villageEndorsement', `${villageCode}-cadre-1`);
  await endorses(walk, 'townshipEndorsement', `${walk.township}-clerk-1`);
};

/** 初核: once for all households of the bundle. */
export const bundlePassesCheck: Step = async (walk) => {
  await endorses(walk, 'initialCheck', ...CAST.checker(walk));
  await walk.awaits('townshipVerification');
};

async function handIn(walk: CaseWalk, filer: ApiClient, route: 'bundled' | 'tiered'): Promise<void> {
  const { no } = await filer.call('createBundle', { body: { programmeCode: AFTER_ACCEPTANCE, route } });
  walk.bundleNo = no;
  const params = { no };
  const { registerNo } = walk.newcomer.register;
  const row = { registerNo, quantity: askedQuantity(AFTER_ACCEPTANCE), consentedOn: TODAY };
  await filer.call('saveBundleRows', { params, body: { rows: [row] } });
  const { items } = await filer.call('listBundleRows', { params, query: {} });
  walk.applicationId = items[0]!.applicationId;
  await givesPaper(walk, filer, PAPER);
  const file = photograph(`${registerNo} consentList`);
  await filer.call('addBundlePaper', { params, body: { kind: 'consentList' }, file });
  await filer.call('submitBundle', { params, body: {} });
}

async function endorses(
  walk: CaseWalk,
  stage: 'villageEndorsement' | 'townshipEndorsement' | 'initialCheck',
  post: string,
): Promise<void> {
  const params = { no: walk.bundleNo ?? '' };
  const official = await walk.town.official(post);
  await eventually(async () => {
    const { state } = await official.call('getBundle', { params });
    return state.code === stage ? true : undefined;
  }, walk.signal);
  if (stage === 'initialCheck') {
    const { items } = await official.call('listBundleRows', { params, query: {} });
    walk.caseNo = items[0]?.caseNo ?? undefined;
  }
  await official.call('decideBundle', { params, body: { stage, verdict: 'pass' } });
}

/** 集中公示: posted and taken down once for all households of the bundle. */
export const postsJointly: Step = (walk) => actsOnBoard(walk, 'toPost', 'postJointNotice');
export const takesDownJointly: Step = (walk) => actsOnBoard(walk, 'toTakeDown', 'takeDownJointNotice');

async function actsOnBoard(
  walk: CaseWalk,
  step: JointStep,
  act: 'postJointNotice' | 'takeDownJointNotice',
): Promise<void> {
  const { bundleNo = '' } = walk;
  const verifier = await walk.town.official(...CAST.verifier(walk));
  const { no } = await eventually(async () => {
    const { items } = await verifier.call('listJointNotices', { query: { step, limit: 100 } });
    return items.find((notice) => notice.bundleNo === bundleNo);
  }, walk.signal);
  const file = photograph(`${no} ${step}`);
  const params = { no: bundleNo };
  const { id } = await verifier.call('addBundlePaper', { params, body: { kind: 'postingPhoto' }, file });
  const body = { onDay: TODAY, witness: '村民代表', paperIds: [id] };
  await inTime(walk, () => verifier.call(act, { params: { no }, body }));
}
