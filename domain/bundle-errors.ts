import type { ErrorText } from './error-text.js';

/** What can be refused about ways of applying, and about bundles. */
export const BUNDLE_ERRORS = {
  ROUTE_CLOSED: {
    status: 409,
    zh: '本地目前没有开放这种申报途径，请咨询乡镇或县扶贫办可用的途径。',
    en: 'This way of applying is not open here at present; ask the township or the county office which ones are.',
  },
  IN_BUNDLE: {
    status: 409,
    zh: '本户的这项申请在捆绑申报中，请由申报的村或乡镇修改、提交。',
    en: 'This application is part of a bundle: the village or township that files it changes and submits it.',
  },
  BUNDLE_NOT_POSSIBLE: {
    status: 422,
    zh: '该项目不是产业项目，不能捆绑或逐级申报。',
    en: 'Only industry projects can be applied for in a bundle or level by level.',
  },
  BUNDLE_AREA_UNFIT: {
    status: 422,
    zh: '捆绑申报由村、乡镇或街道提出，逐级申报从村开始，请由本级人员办理。',
    en: 'A bundle is filed by a village, township or subdistrict, a tiered application by a village.',
  },
  BUNDLE_MOVED: {
    status: 409,
    zh: '该捆绑申报不在此环节，请刷新后查看。',
    en: 'The bundle is not at this step; reload to see where it is.',
  },
  BUNDLE_INCOMPLETE: {
    status: 422,
    zh: '捆绑申报还不完整，请补齐列出的各户各项后提交。',
    en: 'The bundle is not complete; put right what is listed, household by household, and submit.',
  },
  BUNDLE_FULL: {
    status: 422,
    zh: '一份捆绑申报最多2000户，请分开申报。',
    en: 'A bundle has at most 2000 households; make another one.',
  },
  UNREADABLE_TABLE: {
    status: 415,
    zh: '表格无法读取，请按模板另存为 CSV 或 Excel（xlsx）后上传。',
    en: 'The table cannot be read; save it by the template as CSV or Excel (xlsx) and send it again.',
  },
} as const satisfies Record<string, ErrorText>;
