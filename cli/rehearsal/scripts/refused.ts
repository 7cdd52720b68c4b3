import type { Ending } from '../ending.js';
import type { Script } from '../script.js';
import {
  closesForChange,
  doesNotAccept,
  passesCheck,
  refusesAtApproval,
  refusesAtCheck,
  refusesOnSite,
  returnsAtCheck,
  upholds,
  verifies,
} from '../steps/county.js';
import { AFTER_ACCEPTANCE, files } from '../steps/filing.js';
import { asksForExtension, asksForReview, declaresDone, hasChange, withdraws } from '../steps/household.js';
import { objectorReadsResult, objects, posts, readsNotice, refusesAfterObjection } from '../steps/notice.js';
import { announced, approved, filesDirect, filesForAcceptance } from './parts.js';

const unpaid = <E extends Omit<Ending, 'payments'>>(ending: E) => ({ ...ending, payments: [] });

/** Ways that end without money. */
export const refusedScripts: readonly Script[] = [
  {
    id: 'lapsed',
    zh: '逾期未补正',
    en: 'not corrected in time',
    share: 1,
    way: [filesDirect, returnsAtCheck],
    ends: unpaid({ outcome: 'lapsed' }),
  },
  {
    id: 'promiseBroken',
    zh: '承诺的材料逾期未补交',
    en: 'promised papers not handed in',
    share: 1,
    way: [files(AFTER_ACCEPTANCE, ['purchaseReceipt']), passesCheck, verifies],
    ends: unpaid({ outcome: 'lapsed' }),
  },
  {
    id: 'withdrawn',
    zh: '申请人撤回',
    en: 'withdrawn by the household',
    share: 1,
    way: [filesDirect, passesCheck, withdraws],
    ends: unpaid({ outcome: 'withdrawn' }),
  },
  {
    id: 'refusedAtCheck',
    zh: '初核不予通过，未申请复核',
    en: 'refused at the initial check',
    share: 1,
    way: [filesDirect, refusesAtCheck],
    ends: unpaid({ outcome: 'refused', reason: 'NOT_ELIGIBLE' }),
  },
  {
    id: 'upheld',
    zh: '核实不予通过，内部复核维持',
    en: 'refused on site, upheld by the review',
    share: 1,
    way: [filesDirect, passesCheck, refusesOnSite, asksForReview, upholds],
    ends: unpaid({ outcome: 'refused', reason: 'NOT_FOUND_ON_SITE' }),
  },
  {
    id: 'refusedAtApproval',
    zh: '立项不予通过',
    en: 'refused at project approval',
    share: 1,
    way: [filesDirect, passesCheck, verifies, refusesAtApproval],
    ends: unpaid({ outcome: 'refused', reason: 'PAID_ELSEWHERE' }),
  },
  {
    id: 'objectionUpheld',
    zh: '公示异议成立，不予通过',
    en: 'objection upheld, refused',
    share: 1,
    way: [filesDirect, approved, readsNotice, objects, posts, refusesAfterObjection, objectorReadsResult('refuse')],
    ends: unpaid({ outcome: 'refused', reason: 'OBJECTION_JUSTIFIED' }),
  },
  {
    id: 'notCompleted',
    zh: '项目逾期未完工',
    en: 'not done by the deadline',
    share: 1,
    way: [filesForAcceptance, approved, announced],
    ends: unpaid({ outcome: 'notCompleted' }),
  },
  {
    id: 'notCompletedExtended',
    zh: '延期后仍未完工',
    en: 'not done by the extended deadline',
    share: 1,
    way: [filesForAcceptance, approved, announced, asksForExtension],
    ends: unpaid({ outcome: 'notCompleted' }),
  },
  {
    id: 'notAccepted',
    zh: '验收不合格',
    en: 'not accepted',
    share: 1,
    way: [filesForAcceptance, approved, announced, declaresDone, doesNotAccept],
    ends: unpaid({ outcome: 'refused', reason: 'NOT_ACCEPTED' }),
  },
  {
    id: 'closedForChange',
    zh: '因家庭变化终止',
    en: 'closed for a change in the household',
    share: 1,
    way: [filesDirect, passesCheck, hasChange, closesForChange],
    ends: unpaid({ outcome: 'closedForChange' }),
  },
];
