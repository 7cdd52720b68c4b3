import type { Bilingual } from '../schemas/common.js';

/** What each kind of difference means that verification finds. */
export const FINDING_TEXTS = {
  // The log
  leafMissing: { zh: '存证日志缺少此序号的记录', en: 'The log has no leaf of this number' },
  logTruncated: { zh: '存证日志比签名树头所载的短', en: 'The log is shorter than a signed head says' },
  rootDiffers: {
    zh: '存证日志内容与签名树头不符：其中有记录被改动',
    en: 'The log is not what its signed head says: a leaf before it was changed',
  },
  headForged: { zh: '树头的签名不是本系统日志密钥所签', en: 'The head is not signed with the key of the log' },
  headChanged: { zh: '树头正文与登记的条数或根不一致', en: 'The head does not say what its row says' },
  headMissing: { zh: '审计留存的树头在系统中不存在', en: 'A head that the auditor kept is not in the system' },
  headDiffers: { zh: '系统公布的树头与审计留存的不一致', en: 'A head is not the one that the auditor kept' },
  headUnproved: {
    zh: '无法证明审计留存的树头是此日志的前段',
    en: 'Nothing proves that the head the auditor kept is the beginning of this log',
  },
  leafUnproved: { zh: '存证记录不在签名树头之内', en: 'A leaf is not in the tree of the signed head' },
  caseMissing: { zh: '已提交的办件不见了', en: 'A case that was submitted has vanished' },
  caseUnlogged: { zh: '办件没有提交存证：是事后插入的', en: 'The case was never logged as submitted: it was inserted' },
  submissionDiffers: { zh: '提交时的内容被改动', en: 'What was submitted was changed' },
  rowsDiffer: { zh: '已存证的流水被改动、删除或插入', en: 'Rows that were logged were changed, deleted or inserted' },
  ruleAltered: { zh: '项目或县级政策版本的内容被改动', en: 'A version of a programme or a county policy was altered' },
  ruleMissing: {
    zh: '办件所依据的项目或政策版本不在',
    en: 'A version of a programme or a policy that cases began under is not there',
  },
  registerDiffers: { zh: '人员机构名册与存证不符', en: 'The register of officials is not what was logged' },
  registerForged: {
    zh: '名册存证没有系统接口的签名，或是旧记录重放：是绕过系统直接写入的',
    en: 'What the log has of the register was not signed by the API, or is an older leaf once more: it was written in',
  },
  payeeAltered: { zh: '收款单位名录或其账户与存证不符', en: 'A payee, or its account, is not what was logged' },
  accountUnsigned: {
    zh: '收款单位账户没有经办人和财政的签名，或不是最后签字生效的',
    en: 'An account of a payee is not signed as it stands, or is in force though another one was agreed to since',
  },
  substitutionDiffers: {
    zh: '代理记录与存证不符：被改动或删除',
    en: 'A substitution is not what was logged: it was altered or deleted',
  },
  substitutionUnlogged: {
    zh: '代理记录没有存证：是事后插入的',
    en: 'A substitution was never logged: it was inserted',
  },
  auditFindingMissing: { zh: '已存证的审计问题或答复不见了', en: 'What was said about an audit finding has vanished' },
  auditFindingDiffers: {
    zh: '审计问题或答复与存证不符',
    en: 'An audit finding, or what was said about it, is not what was logged',
  },
  auditFindingUnlogged: {
    zh: '审计问题或答复没有存证：是事后插入的',
    en: 'What stands there about an audit finding was never logged: it was inserted',
  },
  loanChangeMissing: { zh: '已存证的贷款变更不见了', en: 'A change of a loan that was logged has vanished' },
  loanChangeDiffers: {
    zh: '贷款变更与存证不符：被改动或删除',
    en: 'A change of a loan is not what was logged, or what a run began with',
  },
  loanChangeUnlogged: {
    zh: '贷款变更没有存证：是事后插入的',
    en: 'A change of a loan was never logged: it was inserted',
  },
  loanDiffers: {
    zh: '贷款与批准时的贷款及已签字的变更不符',
    en: 'The loan does not follow from what was granted and what was signed since',
  },
  // Histories
  sealMissing: { zh: '已办结，但没有封存的流程历史', en: 'It has ended, and its history was not sealed' },
  sealAltered: { zh: '封存的流程历史被改动', en: 'The sealed history was altered' },
  sealUnlogged: { zh: '封存的流程历史没有存证', en: 'The sealed history is not in the log' },
  sealUnopened: { zh: '打开后的历史与封存时不符', en: 'The opened history is not what was opened when it was sealed' },
  beginningDiffers: {
    zh: '流程开始时的内容与提交时不符：以别的内容另行启动',
    en: 'It began with other than what was submitted: somebody started another in its place',
  },
  historyMissing: { zh: '流程引擎中没有此办件的历史', en: 'The engine has no history of it' },
  historyBroken: {
    zh: '流程历史与此前存证不衔接：被删改、替换或重置',
    en: 'The history does not go on from what was logged of it: deleted from, replaced or reset',
  },
  historyUnreadable: { zh: '流程历史无法解密或解析', en: 'The history cannot be opened or read' },
  runTerminated: { zh: '流程被人为终止', en: 'Its workflow was terminated by somebody' },
  runReset: { zh: '流程被人为重置', en: 'Its workflow was reset by somebody' },
  runFailed: { zh: '流程异常结束', en: 'Its workflow ended in a fault' },
  // Replay
  replayFails: { zh: '用流程代码重放历史失败', en: 'The workflow code does not go the way of this history' },
  replayDiffers: { zh: '重放得出的步骤与记录不同', en: 'Replayed, the step is another one than was recorded' },
  outcomeDiffers: {
    zh: '流程答复的结果与最后一步不同',
    en: 'What the workflow answered is not the outcome of its last step',
  },
  // Records
  stepMissing: { zh: '历史中的步骤在记录里没有', en: 'A step of the history is not in the records' },
  stepAdded: { zh: '记录里有历史中没有的步骤', en: 'The records have a step that the history has not' },
  stepDiffers: { zh: '步骤内容与历史不同', en: 'A step is recorded with another content than the history has' },
  caseDiffers: { zh: '办件信息与历史推算的不同', en: 'The case is shown as something else than its history comes to' },
  paymentMissing: { zh: '历史中的支付指令在记录里没有', en: 'A payment order of the history is not in the records' },
  paymentAdded: { zh: '记录里有历史中没有的支付指令', en: 'The records have a payment order that the history has not' },
  paymentDiffers: { zh: '支付指令与历史不同', en: 'A payment order is not what the history has' },
  payeeDiffers: { zh: '收款人信息在编制指令之后被改动', en: 'To whom the order pays was changed after it was made' },
  choiceDiffers: {
    zh: '收款单位的选定或农户的同意与历史不同',
    en: 'Whom the case pays was chosen, or agreed to, otherwise than its history has it',
  },
  orderUnlogged: { zh: '支付指令没有存证', en: 'The payment order was never logged' },
  signalUnfounded: { zh: '流程收到的消息没有登记依据', en: 'The case was told something that no row stands for' },
  // Money
  ledgerDiffers: { zh: '资金账与支付结果不符', en: 'The ledger does not fit what was paid' },
  ledgerUnbalanced: { zh: '资金账自身不平', en: 'The ledger does not agree with its own entries' },
  bankDiffers: { zh: '资金账与银行对账单不符', en: 'The ledger does not fit the statement of the bank' },
  // Acts
  actUnsigned: { zh: '没有签名：该决定不是经系统接口作出的', en: 'No signature: it was not sent through the API' },
  actForged: { zh: '签名与决定内容不符', en: 'Its signature is not of this act' },
  bundleActDiffers: {
    zh: '捆绑申报的决定与其流程历史不同',
    en: 'A decision on a bundle is recorded as another one than its history has',
  },
  strikesDiffer: {
    zh: '捆绑申报中不予通过的农户及理由与初核时签名的不符',
    en: 'Whom a bundle’s check struck out, or why, is not what was signed with it',
  },
  noticeDiffers: {
    zh: '集中公示的张榜或取下与经办人签名的不符',
    en: 'What was done on the village board for several cases is not what somebody signed for them',
  },
  actorUnknown: {
    zh: '当时的名册中没有担任此岗位的该人员',
    en: 'The sealed register did not have this official in this role and office then',
  },
  standInUnknown: {
    zh: '当日没有指定其代理该岗位',
    en: 'On that day he was not named to stand in for whoever held the post',
  },
  // Papers
  paperMissing: { zh: '决定所依据的材料不在', en: 'A paper that was relied on is not there' },
  paperAltered: { zh: '材料文件的内容被改动', en: 'The bytes of a paper were altered' },
  paperSwapped: { zh: '提交时的材料被调换', en: 'A paper is not the one that was submitted' },
  // Archives
  archiveDiffers: {
    zh: '档案案卷或卷内目录与存证不符',
    en: 'The archive file or its catalogue is not what was logged',
  },
  erasedUnlogged: {
    zh: '该户资料的密钥已不在，但没有销毁存证',
    en: 'The key of the household is gone, and no leaf says that it was erased',
  },
  // Words
  wordsMissing: { zh: '决定所附的文字不在', en: 'What was written with an act is not there' },
  wordsAltered: { zh: '决定所附的文字被改动', en: 'What somebody wrote was altered' },
} as const satisfies Record<string, Bilingual>;

export type FindingKind = keyof typeof FINDING_TEXTS;
