import type { ArchiveAppraisal, ArchiveState, ArchiveTerm, RecordKind } from '../rules/archives.js';
import type { ArchiveActKind, ArchiveItemKind, ArchiveListKind, ArchiveListState } from '../schemas/archives.js';
import type { Bilingual } from '../schemas/common.js';

export const RECORD_KIND_NAMES = {
  housing: { zh: '住房与土地', en: 'Housing and land' },
  paid: { zh: '补助资金', en: 'Paid or granted' },
  unpaid: { zh: '未予补助', en: 'Nothing paid' },
} as const satisfies Record<RecordKind, Bilingual>;

export const ARCHIVE_TERM_NAMES = {
  permanent: { zh: '永久', en: 'For good' },
  years30: { zh: '30年', en: '30 years' },
  years10: { zh: '10年', en: '10 years' },
} as const satisfies Record<ArchiveTerm, Bilingual>;

export const ARCHIVE_STATE_NAMES = {
  kept: { zh: '在库', en: 'Kept here' },
  handedOver: { zh: '已移交', en: 'Handed over' },
  destroyed: { zh: '已销毁', en: 'Destroyed' },
} as const satisfies Record<ArchiveState, Bilingual>;

export const ARCHIVE_APPRAISAL_NAMES = {
  keep: { zh: '继续保管', en: 'Kept on' },
  destroy: { zh: '可以销毁', en: 'May be destroyed' },
} as const satisfies Record<ArchiveAppraisal, Bilingual>;

export const ARCHIVE_ITEM_NAMES = {
  application: { zh: '申请', en: 'Application' },
  paper: { zh: '材料', en: 'Paper' },
  decision: { zh: '决定', en: 'Decision' },
  notice: { zh: '公示', en: 'Public notice' },
  objection: { zh: '异议', en: 'Objection' },
  paymentOrder: { zh: '支付指令', en: 'Payment order' },
  seal: { zh: '流程历史封存', en: 'Sealed history' },
  evidence: { zh: '存证', en: 'Evidence' },
} as const satisfies Record<ArchiveItemKind, Bilingual>;

export const ARCHIVE_ACT_NAMES = {
  appraised: { zh: '鉴定', en: 'Appraised' },
  listed: { zh: '列入清册', en: 'Entered in a list' },
  unlisted: { zh: '清册撤回', en: 'List taken back' },
  handedOver: { zh: '移交', en: 'Handed over' },
  destroyed: { zh: '销毁', en: 'Destroyed' },
  held: { zh: '审计冻结（暂缓销毁）', en: 'Held back by the audit' },
  lifted: { zh: '解除冻结', en: 'Hold lifted' },
} as const satisfies Record<ArchiveActKind, Bilingual>;

export const ARCHIVE_LIST_NAMES = {
  handOver: { zh: '移交清册', en: 'Hand-over list' },
  destruction: { zh: '销毁清册', en: 'Destruction list' },
} as const satisfies Record<ArchiveListKind, Bilingual>;

export const ARCHIVE_LIST_STATE_NAMES = {
  handOver: {
    proposed: { zh: '待移交', en: 'To be handed over' },
    done: { zh: '已移交', en: 'Handed over' },
    withdrawn: { zh: '已撤回', en: 'Taken back' },
  },
  destruction: {
    proposed: { zh: '待签批', en: 'Waits for the second signature' },
    done: { zh: '已销毁', en: 'Destroyed' },
    withdrawn: { zh: '未予批准或已撤回', en: 'Not agreed, or taken back' },
  },
} as const satisfies Record<ArchiveListKind, Record<ArchiveListState, Bilingual>>;
