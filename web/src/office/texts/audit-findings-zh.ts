/** Auditors' findings, as the office sees them. */
export const auditFindingsZh = {
  auditFindings: {
    none: '没有审计问题。审计人员提出问题后，由这里答复。',
    awaited: '有{{count}}个审计问题待本办公室答复',
    caseNo: '办件',
    state: '状态',
    due: '答复期限',
    said: '问题与答复',
    answer: '答复',
    words: '答复内容',
    erased: '（该户资料已销毁）',
  },
};
