/** The letter that brings a signed head to an auditor. */
export const headLetter = (note: string): { readonly subject: string; readonly text: string } => ({
  subject: '【直报】存证日志签名树头',
  text: [
    '请保存本邮件。此后若有人改动、删除或插入此前的记录，与下面的签名树头核对即可发现：npm run zhibao -- verify --heads 文件',
    'Keep this mail. Whatever is changed, left out or added before this head from now on does not fit it: verify --heads FILE',
    '',
    note,
  ].join('\n'),
});

/** What sealing comes upon that nobody but a person can judge. */
export type SealingTrouble = keyof typeof TROUBLES;

const TROUBLES = {
  historyBroken: {
    zh: '流程历史与此前的存证不一致：可能被重置、删除或替换。',
    en: 'Its history does not go on from what was logged of it before: it may have been reset, deleted or replaced.',
  },
} as const;

export const sealingLetter = (workflowId: string, trouble: SealingTrouble): { subject: string; text: string } => ({
  subject: `【直报】${workflowId}存证不一致`,
  text: `${workflowId}：${TROUBLES[trouble].zh}\n${TROUBLES[trouble].en}`,
});
