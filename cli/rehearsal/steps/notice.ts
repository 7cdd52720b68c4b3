import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { CAST } from '../cast.js';
import type { Step } from '../case-walk.js';
import { Deviation } from '../deviation.js';
import { eventually } from '../patience.js';
import { decides } from './offices.js';

const BOARD = { by: CAST.verifier, photo: 'postingPhoto' };
const POSTING = { onDay: shanghaiDate(Date.now()), witness: '村民代表' };
const words = '演练：经核实，理由如下。';

/** 张榜、公示期满取下 */
export const posts = decides('noticePosting', BOARD, { verdict: 'posted', ...POSTING });
export const takesDown = decides('publicNotice', BOARD, { verdict: 'takenDown', ...POSTING });

/** 公示上网后人人可读：按村找到本户的公示 */
export const readsNotice: Step = async (walk) => {
  const { villageCode } = walk.newcomer.register;
  walk.noticeNo = await walk.find('noticePosting', async () => {
    const query = { area: villageCode, state: 'open', limit: 100 } as const;
    const { items } = await walk.town.stranger().call('listNotices', { query });
    return items.find(({ no }) => no.startsWith(`${walk.caseNo}-`))?.no;
  });
};

/** 公示期内任何人可提异议，可匿名 */
export const objects: Step = async ({ town, noticeNo: no = '', receipts }) => {
  const body = { words: '演练：该户申报的数量与实际不符。' };
  const { receiptNo } = await town.stranger().call('objectToNotice', { params: { no }, body });
  receipts.push(receiptNo);
};

/** 异议由未参与本办件的单位处理 */
export const dismisses = decides(
  'objectionHearing',
  { by: CAST.oversight },
  { verdict: 'dismiss', reasonCode: 'OBJECTION_UNFOUNDED', words },
);
export const refusesAfterObjection = decides(
  'objectionHearing',
  { by: CAST.oversight },
  { verdict: 'refuse', reasonCode: 'OBJECTION_JUSTIFIED', words },
);
export const amendsAfterObjection = (quantity: number): Step =>
  decides(
    'objectionHearing',
    { by: CAST.oversight },
    { verdict: 'amend', reasonCode: 'OBJECTION_JUSTIFIED', words, quantity },
  );

/** 凭回执读到书面答复 */
export const objectorReadsResult = (verdict: 'dismiss' | 'refuse' | 'amend'): Step => {
  return async ({ town, receipts, signal }) => {
    const params = { receiptNo: receipts.at(-1) ?? '' };
    const { result, words: reply } = await eventually(async () => {
      const objection = await town.stranger().call('getObjection', { params });
      return objection.state === 'settled' ? objection : undefined;
    }, signal);
    if (result?.code !== verdict || !reply)
      throw new Deviation('异议人没有得到应有的答复', 'the objector got no such reply');
  };
};
