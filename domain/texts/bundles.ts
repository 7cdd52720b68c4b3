import type { BundleRowState, BundleState } from '../rules/bundle-states.js';
import type { JointStep } from '../schemas/joint-notice.js';
import type { Bilingual } from '../schemas/common.js';
import { STAGE_NAMES } from './stages.js';

export const BUNDLE_STATE_NAMES = {
  drafting: { zh: '填报中', en: 'Being drawn up' },
  villageEndorsement: STAGE_NAMES.villageEndorsement,
  townshipEndorsement: STAGE_NAMES.townshipEndorsement,
  filing: { zh: '分户立件中', en: 'Cases are being opened' },
  initialCheck: STAGE_NAMES.initialCheck,
  starting: { zh: '各户办件启动中', en: 'Cases are being started' },
  running: { zh: '各户办理中', en: 'Its cases are under way' },
  ended: { zh: '已全部公示或办结', en: 'All published or ended' },
} as const satisfies Record<BundleState, Bilingual>;

export const BUNDLE_ROW_STATE_NAMES = {
  listed: { zh: '已列入', en: 'Listed' },
  filed: { zh: '已立件', en: 'Has its case' },
  collided: { zh: '本期已有在办申请，未受理', en: 'Has a running application already, not taken' },
  struckOut: { zh: '初核不予通过', en: 'Struck out at the initial check' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<BundleRowState, Bilingual>;

/** Papers of a bundle as a whole. */
export const BUNDLE_PAPERS = {
  consentList: { zh: '农户授权签字表', en: 'List with the signatures of the households' },
  postingPhoto: { zh: '张榜照片', en: 'Photograph of the posting' },
  other: { zh: '其他材料', en: 'Other paper' },
} as const satisfies Record<string, Bilingual>;

export const JOINT_STEP_NAMES = {
  toPost: { zh: '待张榜', en: 'To be posted' },
  running: { zh: '公示中', en: 'Running' },
  toTakeDown: { zh: '期满待取下', en: 'Its term is over: to be taken down' },
  takenDown: { zh: '已取下', en: 'Taken down' },
} as const satisfies Record<JointStep, Bilingual>;
