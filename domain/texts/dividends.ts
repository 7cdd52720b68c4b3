export const DIVIDEND_STATES = {
  dividing: { zh: '核算中', en: 'Being divided' },
  divided: { zh: '已核算，待审批', en: 'Divided, waits for approval' },
  approved: { zh: '已审批，逐户生成发放', en: 'Approved, runs are being made' },
  handedOn: { zh: '已全部转入发放', en: 'Every part has its run' },
} as const;
