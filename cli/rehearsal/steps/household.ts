import { newAccount } from '../newcomers.js';
import type { CaseWalk, Step } from '../case-walk.js';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { givesPaper } from './papers.js';

const params = ({ applicationId }: CaseWalk) => ({ id: applicationId });
const words = '演练：情况说明。';

/** 补正 */
export const corrects =
  (quantity?: number): Step =>
  async (walk) => {
    await walk.awaits('correction');
    const body = { words, ...(quantity !== undefined && { quantity }) };
    await walk.applicant.call('handInCorrection', { params: params(walk), body });
  };

/** 补交承诺的材料 */
export const handsInPromised =
  (kind: string): Step =>
  async (walk) => {
    await givesPaper(walk, walk.applicant, kind);
  };

/** 撤回 */
export const withdraws: Step = async (walk) => {
  await walk.applicant.call('withdraw', { params: params(walk), body: { words } });
};

/** 申请内部复核 */
export const asksForReview: Step = async (walk) => {
  await walk.awaits('refused');
  await walk.applicant.call('requestInternalReview', { params: params(walk), body: { words } });
};

/** 申报完工 */
export const declaresDone: Step = async (walk) => {
  await walk.awaits('projectWork');
  const paperIds = [await givesPaper(walk, walk.applicant, 'completionPhoto')];
  await walk.applicant.call('declareCompletion', { params: params(walk), body: { paperIds } });
};

/** 申请延期 */
export const asksForExtension: Step = async (walk) => {
  await walk.awaits('projectWork');
  await walk.applicant.call('requestExtension', { params: params(walk), body: { words } });
};

/** 退汇后更换收款账户 */
export const changesAccount: Step = async (walk) => {
  await walk.awaits('accountCorrection');
  const { phone } = walk.newcomer.register;
  const query = phone === null ? { applicationId: walk.applicationId } : {};
  const { members } = await walk.applicant.call('getHousehold', { query });
  const body = { memberId: members[0]?.id ?? '', bankName: '演示农村商业银行', number: newAccount() };
  await walk.applicant.call('setAccount', { params: params(walk), body });
};

/** To whatever the programme's review looks at. */
export function saysYes({ seen }: CaseWalk) {
  const answers = seen?.review?.looksAt.map(() => 'yes' as const) ?? [];
  return answers.length > 0 ? { answers } : {};
}

/** 报告资金使用情况 */
export const reportsUse: Step = async (walk) => {
  await walk.awaits('reviewReport');
  const paperIds = [await givesPaper(walk, walk.applicant, 'usePhoto')];
  await walk.applicant.call('reportUse', { params: params(walk), body: { words, paperIds, ...saysYes(walk) } });
};

/** 家庭变化由县里登记，在办件随之得知 */
export const hasChange: Step = async ({ town, newcomer }) => {
  const checker = await town.official('checker-1');
  const body = {
    registerNo: newcomer.register.registerNo,
    kind: 'move',
    occurredOn: shanghaiDate(Date.now()),
  } as const;
  await checker.call('reportHouseholdChange', { body });
};
