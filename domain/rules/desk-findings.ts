interface DeskFinding {
  /** `blocking`: the case can't pass the initial check. `warning`: the checker must have seen it. */
  readonly severity: 'blocking' | 'warning';
  readonly zh: string;
  readonly en: string;
}

/** What the desk check can find by comparing an application with the register and the other databases. */
export const DESK_FINDINGS = {
  NOT_REGISTERED: {
    severity: 'blocking',
    zh: '申请日不在建档立卡低收入农户名册内',
    en: 'Not in the register on the day of application',
  },
  NOT_FOR_HOUSEHOLDS: {
    severity: 'blocking',
    zh: '该项目由村集体自己申请，农户不申报',
    en: 'Village collectives apply for the programme themselves, households do not',
  },
  STANDING_NOT_ELIGIBLE: {
    severity: 'blocking',
    zh: '本户当前状态（如观察期）不在该项目扶持范围',
    en: 'The programme does not cover the standing of the household',
  },
  GROUP_NOT_ELIGIBLE: {
    severity: 'blocking',
    zh: '本户类别不在该项目扶持范围',
    en: 'The programme does not cover the group of the household',
  },
  NO_LABOUR: {
    severity: 'blocking',
    zh: '项目要求有劳动能力成员，本户没有',
    en: 'The programme needs a member who can work; there is none',
  },
  HAS_LABOUR: {
    severity: 'blocking',
    zh: '项目仅限无劳动能力的农户，本户有劳动能力成员',
    en: 'The programme is for households in which nobody can work; somebody can',
  },
  NO_DISABILITY: {
    severity: 'blocking',
    zh: '名册中本户没有符合残疾等级要求的成员',
    en: 'By the register no member has one of the grades of disability that the programme is for',
  },
  NO_MINORITY: {
    severity: 'blocking',
    zh: '项目面向少数民族农户，名册中本户没有少数民族成员',
    en: 'The programme is for national minorities; by the register no member belongs to one',
  },
  VILLAGE_NOT_ELIGIBLE: {
    severity: 'blocking',
    zh: '所在村不在项目范围（重点帮扶村、薄弱村等）',
    en: 'The village is not of the kind that the programme is for',
  },
  INCOME_TOO_HIGH: {
    severity: 'blocking',
    zh: '本户人均年收入不低于项目规定的收入线',
    en: 'The yearly income of each person is not below the line of the programme',
  },
  INCOME_UNKNOWN: {
    severity: 'warning',
    zh: '名册没有本户人均年收入，须核实是否低于项目规定的收入线',
    en: 'The register does not say the income; find out whether it is below the line of the programme',
  },
  MORE_THAN_MEMBERS: {
    severity: 'blocking',
    zh: '申报人数多于名册中的在册成员',
    en: 'More persons are applied for than the household has present members',
  },
  HEAD_NOT_PRESENT: {
    severity: 'blocking',
    zh: '户主已死亡或迁出，须先更新名册',
    en: 'The head has died or moved away; the register must be brought up to date first',
  },
  PERSON_NOT_PRESENT: {
    severity: 'blocking',
    zh: '受益人不是本户在册成员（或已死亡、迁出），须重新指定',
    en: 'Whom it is for is no present member of the household; somebody else must be named',
  },
  PROGRAMME_CLOSED: {
    severity: 'blocking',
    zh: '项目不在申报期内',
    en: 'The programme was not open on the day of application',
  },
  QUANTITY_OUT_OF_RANGE: {
    severity: 'blocking',
    zh: '申报数量超出项目规定范围',
    en: 'The quantity lies outside the limits of the programme',
  },
  PAID_THIS_PERIOD: {
    severity: 'blocking',
    zh: '申请人本期已享受过该项目补助',
    en: 'The applicant has been granted this programme in this period already',
  },
  ENTITLED_ALREADY: {
    severity: 'blocking',
    zh: '已批准享受该项目，按期发放中，无需再次申请',
    en: 'The programme is granted already, and paid period after period',
  },
  NO_ACCOUNT: {
    severity: 'blocking',
    zh: '没有申请人自己的银行账户（农户在册成员名下的，或村集体经复核的）',
    en: 'There is no account of the applicant’s own: of a member of the household, or a collective’s in force',
  },
  MEMBER_IN_TWO_HOUSEHOLDS: {
    severity: 'blocking',
    zh: '有成员同时登记在另一户',
    en: 'A member is counted in another household too',
  },
  ACCOUNT_OF_HELPER_OR_OFFICIAL: {
    severity: 'blocking',
    zh: '收款账户属于代办人或工作人员',
    en: 'The account belongs to a helper or an official',
  },
  ACCOUNT_SHARED: {
    severity: 'warning',
    zh: '收款账户另有农户在用',
    en: 'The account is used by another household, too',
  },
  MEMBER_DEAD_OR_DEPARTED: { severity: 'warning', zh: '有成员已死亡或迁出', en: 'A member has died or moved away' },
  RELATIVE_OF_OFFICIAL: {
    severity: 'warning',
    zh: '本户与工作人员有亲属关系，有关人员须回避',
    en: 'Relatives among officials, who must recuse themselves',
  },
  RELATIVE_ON_VILLAGE_COMMITTEE: {
    severity: 'warning',
    zh: '本户与村干部有亲属关系，须重点核查',
    en: 'A relative sits on the village committee; verify with care',
  },
  OPEN_CLAIM: {
    severity: 'blocking',
    zh: '申请人有应退回的补助尚未全部收回',
    en: 'The applicant has not paid back what is claimed back',
  },
  OPEN_CLAIM_RELIEVED: {
    severity: 'warning',
    zh: '申请人有应退回的补助尚未全部收回；救急项目不因此受阻',
    en: 'The applicant has not paid back what is claimed back; relief of need is not held up by that',
  },
  EARLIER_MISUSE: {
    severity: 'warning',
    zh: '以往补助未按用途使用或系虚报冒领',
    en: 'Earlier money was not used as intended, or was obtained by a false claim',
  },
  HEADCOUNT_DIFFERS: {
    severity: 'warning',
    zh: '有搬迁成员在截止日不在册（之后出生或之前已死亡、迁出），须核定人数',
    en: 'A member who is to move does not count on the cut-off date; verify the headcount',
  },
  MEMBER_HOUSE_RENOVATED: {
    severity: 'blocking',
    zh: '一户一宅：有成员所在的另一户住房已（正在）改造',
    en: 'One homestead: the house of another household that a member belongs to is, or was, renovated',
  },
  MEMBER_RELOCATED: {
    severity: 'blocking',
    zh: '一户一宅：有成员已（正在）随另一户搬迁',
    en: 'One homestead: a member is being, or was, relocated with another household',
  },
  ALLOTMENT_LOW: {
    severity: 'warning',
    zh: '项目资金指标余额不足',
    en: 'Less is left of the allotment than the application asks for',
  },
} as const satisfies Record<string, DeskFinding>;

export type DeskFindingCode = keyof typeof DESK_FINDINGS;

/** Whether any of these findings keeps a case from passing. */
export const isBlocked = (findings: readonly string[]): boolean =>
  findings.some((code) => DESK_FINDINGS[code as DeskFindingCode]?.severity === 'blocking');
