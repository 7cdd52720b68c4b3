/** What is worth showing about a household, for the list of who may log in. */
export const SITUATIONS = {
  ordinary: '在册，情况正常',
  observation: '观察期',
  exited: '已退出（销号）',
  unregistered: '未建档立卡',
  noLabour: '无劳动力',
  headDead: '户主已死亡，名册未更新',
  memberDead: '有成员已死亡',
  memberDeparted: '有成员已迁出',
  memberInTwoHouseholds: '有成员同时计入另一户',
  accountShared: '与另一户共用收款账户',
  accountOfHelper: '收款账户属于代办人',
  accountOfOfficial: '收款账户属于工作人员',
  relativeOfOfficial: '与乡镇工作人员有亲属关系',
  relativeOnVillageCommittee: '与村干部有亲属关系',
  noAccount: '没有收款账户',
  noPhone: '没有手机，由代办人申报',
  accountClosed: '收款账户已销户，款项会被退回',
  bankSilent: '银行受理后不答复，须查询',
} as const;

export type Situation = keyof typeof SITUATIONS;

const TOLD_APART = (Object.keys(SITUATIONS) as Situation[]).filter((situation) => situation !== 'ordinary');
/** The first household of every block; the pairs of shared accounts and persons leave every other number free. */
const FIRST_BLOCKS = [5, 105];

/** The situation of the n-th household of a demonstration county: each occurs twice, all others are ordinary. */
export function situationOf(number: number): Situation {
  for (const first of FIRST_BLOCKS) {
    const place = (number - first) / 2;
    const situation = Number.isInteger(place) ? TOLD_APART[place] : undefined;
    if (situation !== undefined) return situation;
  }
  return 'ordinary';
}
