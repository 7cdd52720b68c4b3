import { ARCHIVE_ERRORS } from './archive-errors.js';
import { AUDIT_ERRORS } from './audit-errors.js';
import { BUNDLE_ERRORS } from './bundle-errors.js';
import type { ErrorText } from './error-text.js';
import { ENTITLEMENT_ERRORS } from './entitlement-errors.js';
import { FUND_ERRORS } from './fund-errors.js';
import { GROUND_ERRORS } from './ground-errors.js';
import { HOUSING_ERRORS } from './housing-errors.js';
import { MONEY_ERRORS } from './money-errors.js';
import { STAFF_ERRORS } from './staff-errors.js';

/** Every error a caller can get: its code, and its sentence in both languages, saying what to do. */
export const ERRORS = {
  // The request
  INVALID_INPUT: {
    status: 400,
    zh: '提交的内容有误，请按各项提示改正后再提交。',
    en: 'Some fields are not right; correct them as indicated and send again.',
  },
  MALFORMED_REQUEST: {
    status: 400,
    zh: '请求无法读取，请检查格式后重试。',
    en: 'The request cannot be read; check its format and send again.',
  },
  NOT_SIGNED_IN: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  WRONG_CREDENTIALS: {
    status: 401,
    zh: '账号或密码（验证码）不正确，请核对后重试。',
    en: 'The login, password or code is not right; check and try again.',
  },
  NOT_ALLOWED: { status: 403, zh: '您的岗位不能办理此事项。', en: 'Your role may not do this.' },
  CROSS_SITE: {
    status: 403,
    zh: '请求来自其他网站，已拒绝。请从本系统页面操作。',
    en: 'The request came from another site and was refused; use this site.',
  },
  NOT_FOUND: { status: 404, zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  METHOD_NOT_ALLOWED: { status: 405, zh: '此地址不支持该操作。', en: 'This address does not support the method.' },
  TOO_LARGE: {
    status: 413,
    zh: '内容过大，请缩小后重试。',
    en: 'The content is too large; make it smaller and send again.',
  },
  UNSUPPORTED_MEDIA: {
    status: 415,
    zh: '不支持该文件类型，请上传 JPG、PNG 照片或 PDF。',
    en: 'This type of file is not accepted; send a JPG or PNG photograph or a PDF.',
  },
  UNREADABLE_REGISTER: {
    status: 415,
    zh: '名册文件无法读取，请按模板另存为 CSV 或 Excel（xlsx）后上传。',
    en: 'The register cannot be read; save it by the template as CSV or Excel (xlsx) and send it again.',
  },
  TOO_MANY_REQUESTS: { status: 429, zh: '操作过于频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  INTERNAL: {
    status: 500,
    zh: '系统出错，已记录。请稍后重试；已提交的内容没有丢失。',
    en: 'Something went wrong and was logged; try again later. What was acknowledged is not lost.',
  },
  STORAGE_FULL: {
    status: 507,
    zh: '存储空间已满，文件没有保存。请稍后再上传，或联系县扶贫办；已保存的内容没有丢失。',
    en: 'The storage is full and the file was not kept; send it again later. What was acknowledged is not lost.',
  },
  RESTORING: {
    status: 503,
    zh: '系统正在从备份恢复，暂不办理，请稍后再试；恢复前已受理的内容不会丢失。',
    en: 'The system is being restored from a backup and takes nothing in; try again later.',
  },
  UNAVAILABLE: {
    status: 503,
    zh: '服务暂不可用，请稍后重试。',
    en: 'The service is not available now; try again later.',
  },
  UNSIGNED: {
    status: 409,
    zh: '未经系统签名，没有办理，请重新办理。',
    en: 'It bears no signature of this system and was not carried out; do it anew.',
  },
  // Idempotency
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头，无法防止重复提交。',
    en: 'The Idempotency-Key header is missing; it keeps the same act from being done twice.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    zh: '该 Idempotency-Key 已用于不同的内容，请换一个。',
    en: 'This Idempotency-Key was used with another content; take a new one.',
  },
  IN_PROGRESS: {
    status: 409,
    zh: '相同的请求正在处理，请稍后查看结果。',
    en: 'The same request is being processed; look again in a moment.',
  },
  // Draft and submission
  DRAFT_INCOMPLETE: {
    status: 422,
    zh: '申请还不完整，请补齐列出的各项后提交。',
    en: 'The application is not complete; fill in what is listed and submit.',
  },
  ALREADY_SUBMITTED: {
    status: 409,
    zh: '该申请已经提交，不能再修改。',
    en: 'The application has been submitted and can no longer be changed.',
  },
  ALREADY_RUNNING: {
    status: 409,
    zh: '本户在本期已有该项目的在办申请，请在原申请上办理。',
    en: 'The household already has a running application for this programme and period; go on with that one.',
  },
  PROGRAMME_CLOSED: {
    status: 409,
    zh: '该项目目前不接受申报。',
    en: 'The programme does not take applications at present.',
  },
  ...ARCHIVE_ERRORS,
  ...AUDIT_ERRORS,
  ...BUNDLE_ERRORS,
  CONSENT_MISSING: {
    status: 422,
    zh: '代办须先上传本户签字或按手印的委托书照片。',
    en: 'A helper first uploads a photograph of the signed or thumb-printed consent of the household.',
  },
  PROMISE_NOT_ALLOWED: {
    status: 422,
    zh: '该项目不能承诺后补此项材料，请上传。',
    en: 'This paper cannot be promised for later in this programme; upload it.',
  },
  // Acting in a case
  STAGE_MOVED: {
    status: 409,
    zh: '该办件已进入其他环节，请刷新后查看。',
    en: 'The case has moved to another stage; reload to see who moved it and when.',
  },
  NOT_AWAITED: { status: 409, zh: '此环节不由您办理。', en: 'This stage does not await you.' },
  VERDICT_NOT_POSSIBLE: {
    status: 422,
    zh: '此环节不能作出该决定。',
    en: 'This decision is not possible at this stage.',
  },
  TOO_LATE_TO_WITHDRAW: {
    status: 409,
    zh: '项目已立项或已有结论，不能再撤回。情况有变化的，请联系县扶贫办。',
    en: 'The project was approved or the case decided: it is too late to withdraw. Talk to the county’s poverty office.',
  },
  OUT_OF_AREA: { status: 403, zh: '该办件不在您的辖区。', en: 'The case lies outside your area.' },
  OWN_DECISION: {
    status: 403,
    zh: '您已在本办件其他环节作过决定，须由他人办理。',
    en: 'You have decided at another stage of this case; somebody else must act.',
  },
  OWN_OFFICE: {
    status: 403,
    zh: '您所在单位已参与本办件，须由其他单位审理。',
    en: 'Your office has acted in this case; another office must hear it.',
  },
  KIN: {
    status: 403,
    zh: '您与本户有亲属关系，须回避。',
    en: 'You are related to the household and must recuse yourself.',
  },
  SECOND_SIGNATURE_MISSING: { status: 422, zh: '须两名工作人员共同签字。', en: 'Two officials must sign.' },
  SAME_OFFICE: {
    status: 403,
    zh: '验收人员中至少一人须来自核实单位以外的单位。',
    en: 'At least one inspector must be from an office other than the one that verified.',
  },
  BLOCKED_BY_FINDING: {
    status: 409,
    zh: '比对发现不符合条件，不能通过；请退回补正或不予受理。',
    en: 'The desk check found an obstacle; return or refuse the application.',
  },
  ...GROUND_ERRORS,
  ...STAFF_ERRORS,
  NOTICE_RUNNING: {
    status: 409,
    zh: '公示期未满，不能结束公示。',
    en: 'The notice has not run its full term and cannot be closed.',
  },
  NOTICE_CLOSED: {
    status: 409,
    zh: '公示已结束。如有问题请拨打 12317 反映。',
    en: 'The notice is over; report concerns to 12317.',
  },
  OBJECTION_OPEN: {
    status: 409,
    zh: '有异议尚未处理完毕，不能继续办理。',
    en: 'An objection is open; nothing goes on before it is settled.',
  },
  EXTENSION_USED: { status: 409, zh: '项目期限只能延长一次。', en: 'The project deadline can be extended once only.' },
  CHANGE_OPEN: {
    status: 409,
    zh: '本户情况有变化，须先核实。',
    en: 'A change in the household must be looked at first.',
  },
  CONSENT_UNCONFIRMED: {
    status: 409,
    zh: '代办的申请须先由乡镇另一名工作人员向本户核实委托，核实后才能付款。',
    en: 'A helper filed it: before anything is paid, another official of the township confirms the consent with the household.',
  },
  // Tasks
  PROPOSAL_WAITS: {
    status: 409,
    zh: '已有一人提出决定并签字，请打开任务查看后签字同意，或不同意退回。',
    en: 'Somebody has proposed a decision and signed: open the task, and sign or disagree.',
  },
  PROPOSAL_CHANGED: {
    status: 409,
    zh: '所签的决定已被修改或撤回，请重新打开任务查看后再签字。',
    en: 'What you sign was changed or taken back; open the task again before you sign.',
  },
  ALREADY_SIGNED: {
    status: 403,
    zh: '您已签字，须由另一名工作人员签字。',
    en: 'You have signed already; somebody else must sign too.',
  },
  TASK_TAKEN: { status: 409, zh: '该任务已由他人领取。', en: 'Somebody else has claimed this task.' },
  TASK_CLOSED: { status: 409, zh: '该任务已办结。', en: 'This task has been done.' },
  // Payee schedules
  THIRD_SIGNATURE_MISSING: {
    status: 422,
    zh: '金额超过限额，须由另一名财政复核人员签字。',
    en: 'Above the limit: another reviewer of the finance office must sign too.',
  },
  SCHEDULE_EMPTY: {
    status: 409,
    zh: '没有待编制清册的办件，请核对项目和乡镇。',
    en: 'No case waits for its payment order; check programme and township.',
  },
  SCHEDULE_CHANGED: {
    status: 409,
    zh: '清册与您看到的不一致，请重新打开核对后再签字。',
    en: 'The schedule is not what you saw; open it again before you sign.',
  },
  SCHEDULE_MOVED: {
    status: 409,
    zh: '该清册不在此环节，请刷新后查看。',
    en: 'The schedule is not at this step; reload to see where it is.',
  },
  ...ENTITLEMENT_ERRORS,
  ...MONEY_ERRORS,
  ...FUND_ERRORS,
  ...HOUSING_ERRORS,
} as const satisfies Record<string, ErrorText>;

/** Codes that travel from a validator to the screen. */
export type ErrorCode = keyof typeof ERRORS;

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERRORS, code);
