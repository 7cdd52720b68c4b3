/** Kinds of papers that no programme lists: every case may have them. */
export const COMMON_PAPERS = {
  consent: { zh: '委托代办书（签字或按手印）', en: 'Consent of the household (signed or thumb-printed)' },
  sitePhoto: { zh: '现场照片', en: 'Photograph of the site' },
  postingPhoto: { zh: '张榜照片', en: 'Photograph of the posting' },
  completionPhoto: { zh: '完工照片', en: 'Photograph of the finished project' },
  inspectionReport: { zh: '验收单', en: 'Inspection report' },
  usePhoto: { zh: '项目使用情况照片', en: 'Photograph of the project in use' },
  appraisalReport: { zh: '房屋危险性鉴定报告', en: 'Appraisal of the house' },
  beforePhoto: { zh: '改造前照片', en: 'Photograph of the house before the works' },
  afterPhoto: { zh: '改造后照片', en: 'Photograph of the house after the works' },
  housingContract: { zh: '租赁（入住）协议', en: 'Lease or agreement of public housing' },
  relocationAgreement: { zh: '搬迁安置协议（双方签字）', en: 'Agreement of the relocation, signed by both' },
  movingInPhoto: { zh: '新居入住照片', en: 'Photograph of the new home lived in' },
  oldHomesteadPhoto: { zh: '旧宅处置照片', en: 'Photograph of the old homestead settled' },
  payeeAgreement: {
    zh: '与收款单位的协议（写明同意付给该单位）',
    en: 'Agreement with whoever is to be paid, saying that the money goes there',
  },
  other: { zh: '其他材料', en: 'Other paper' },
} as const;
