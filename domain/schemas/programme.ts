import { z } from 'zod';
import { CASE_WORKFLOWS } from '../rules/case-workflows.js';
import { LIFE_EVENT_EFFECTS, LIFE_EVENTS } from '../rules/life-events.js';
import { PAY_TO, PAYEE_KINDS } from '../rules/payee.js';
import { PERIODS } from '../rules/periods.js';
import { SET_OFF } from '../rules/set-off.js';
import { CountyCode, say } from './common.js';
import { Eligibility } from './eligibility.js';
import { fen, scale, StandardSchema } from './published-standard.js';

const WRITTEN = say('不能为空', 'must not be empty');
const words = z.string(WRITTEN).trim().min(1, WRITTEN).max(1000, say('最多1000个字', 'has at most 1000 characters'));
const Text = z.strictObject({ zh: words, en: words });

const STEPS = say('应为大于零的整数（最小计量单位）', 'is a whole number of steps above zero');
const steps = z.number(STEPS).int(STEPS).positive(STEPS).max(2_147_483_647, STEPS);

export const Measure = z.strictObject({
  name: Text,
  unit: Text,
  /** Decimal places of the quantity; 2 means hundredths of a unit, as integers. */
  scale,
  minimum: steps,
  maximum: steps,
  /** What the ordinals are called, from 1 on, where grades are measured: D级 rather than 4. */
  grades: z.array(Text).min(1).max(20).optional(),
  /** The quantity counts members of the household: no more than are present. */
  counts: z.literal('members').optional(),
});
export type Measure = z.infer<typeof Measure>;

export const PaperRule = z.strictObject({
  kind: z.string().regex(/^[a-z][A-Za-z]*$/, say('应为英文代号，如 siteLease', 'is a code like siteLease')),
  name: Text,
  required: z.boolean(),
  /** May be promised for later (容缺受理). */
  promisable: z.boolean(),
});

/** Who bears the money, in hundredths of a percent. */
const share = z.number().int().min(0).max(10_000);
const Funding = z
  .strictObject({ province: share, city: share, county: share })
  .refine(({ province, city, county }) => province + city + county === 10_000, {
    error: say('省、市、县三级比例之和应为100%', 'makes 100% of province, city and county together'),
  });

const MONTHS = say('应为大于零的整数（月）', 'is a whole number of months above zero');
const months = z.number(MONTHS).int(MONTHS).min(1, MONTHS).max(600, MONTHS);

/** 长期租赁: what is paid of the rent of whoever can't build; to the lessor where the household agrees. */
const Rent = z
  .strictObject({ minimum: months, maximum: months, fenPerMonth: fen, capFen: fen })
  .refine(({ minimum, maximum }) => minimum <= maximum, {
    error: say('最长租期应不小于最短租期', 'is for at most no fewer months than at least'),
  });

/** Of interest paid on loans: what may be borrowed, and for how long. */
export const LoanLimits = z
  .strictObject({ leastYuan: steps, mostYuan: steps, mostMonths: steps.optional() })
  .refine(({ leastYuan, mostYuan }) => leastYuan <= mostYuan, {
    error: say('最高额应不小于最低额', 'borrows at most no less than at least'),
  });

export const PAYMENT_MODES = ['reimbursement', 'reward', 'payForWork', 'advance', 'direct'] as const;

const INSTANT = say('应写成 2026-01-01T00:00:00+08:00 的样子', 'is written like 2026-01-01T00:00:00+08:00');
const instant = z.iso.datetime({ offset: true, error: INSTANT });

/** A programme of a county: who may, what is measured, how the amount follows, which papers. Versioned data. */
export const Programme = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, say('应为英文代号，如 tea-garden', 'is a code like tea-garden')),
  version: z.number().int().positive(),
  countyCode: CountyCode,
  name: Text,
  summary: Text,
  /** Legal basis and clause. */
  basis: Text,
  /** The order of stages that its cases go; without it `directProject`. */
  workflow: z.enum(CASE_WORKFLOWS).optional(),
  source: z.strictObject({ kind: z.enum(['published', 'example']), text: words }),
  /** ISO timestamps with offset: when applications are taken. A version counts from its first moment on. */
  opensAt: instant,
  closesAt: instant,
  /** How often: the limit of one running application, and of one grant, counts per period. */
  period: z.enum(PERIODS),
  eligible: Eligibility,
  measure: Measure,
  standard: StandardSchema,
  /** At most so much per household and calendar year, over all its cases of the programme. */
  yearCapFen: fen.optional(),
  /** 先建后补, 以奖代补, 以工代赈: paid after acceptance; 预拨: before; direct: straight after the notice. */
  paymentMode: z.enum(PAYMENT_MODES),
  /** Whom it is paid to; without it, the head of the household. */
  payTo: z.enum(PAY_TO).optional(),
  /** Whether claims may be kept back of what it pays; relief of need is paid in full. */
  setOff: z.enum(SET_OFF).optional(),
  /** 村集体: whoever applies where no household does; it is paid itself. */
  applicant: z.literal('collective').optional(),
  /** For one member of the household, who is named, whoever is paid: of each person for himself. */
  personal: z.literal(true).optional(),
  /** 救急: what the household still owes under a claim is told to whoever decides, and stands in nobody's way. */
  despiteClaims: z.literal(true).optional(),
  /** Who may be paid in its place, with the household's consent: the contractor of government-organised works. */
  orPayTo: z.enum(PAYEE_KINDS).optional(),
  /** Who of the register is paid is said in the application; without it, at the approval. */
  payeeChosen: z.literal('application').optional(),
  funding: Funding.optional(),
  /** What a grant that runs on does when the household leaves: loans keep their interest subsidy until they fall due. */
  continuation: z.strictObject({ inObservation: z.boolean(), afterExit: z.enum(['stop', 'untilDue']) }).optional(),
  lifeEvents: z.record(z.enum(LIFE_EVENTS), z.enum(LIFE_EVENT_EFFECTS)).optional(),
  /** What the performance review looks at. */
  reviewLooksAt: z.array(Text).min(1).max(10).optional(),
  /** The loans whose interest it pays: each application says principal, days and rate of its own. */
  loan: LoanLimits.optional(),
  /** Of renovation: the rent of a long lease in its place; without it a lease costs the county nothing. */
  rent: Rent.optional(),
  /** Residential building land for each person who moves, in square metres on average. */
  landSquareMetresPerPerson: z.number().int().positive().max(1000).optional(),
  /** What notices call it where its name would tell of an illness or a disability; they tell no quantity either. */
  noticeName: Text.optional(),
  /** Its runs follow from the income of an asset, not from the calendar. */
  paidByDividend: z.literal(true).optional(),
  /** How long what is granted is paid: so many periods; a person's own until he is of that age. */
  lasts: z
    .strictObject({ periods: z.number().int().positive().optional(), untilAge: z.number().int().positive().optional() })
    .optional(),
  papers: z.array(PaperRule),
  /** What the bank's remark says. */
  remark: z.string().min(1, WRITTEN).max(30, say('最多30个字', 'has at most 30 characters')),
});

export type Programme = z.infer<typeof Programme>;

/** 村集体: what is granted to it is paid to it period after period, and follows from no person and no household. */
function suitsApplicant({ applicant, workflow, payTo, orPayTo, personal, measure, standard }: Programme): boolean {
  if (applicant === undefined) return true;
  const hangsOnHousehold = standard.kind === 'byGradeAndGroup' || 'capPerPersonFen' in standard;
  const isOfMembers = personal === true || measure.counts !== undefined || hangsOnHousehold;
  return workflow === 'entitlement' && payTo === 'collective' && orPayTo === undefined && !isOfMembers;
}

/** A programme whose parts fit each other: what may become a version. What is stored already is not asked again. */
export const SoundProgramme = Programme.superRefine((programme, context) => {
  const { opensAt, closesAt, measure, standard, eligible } = programme;
  const amiss = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (Date.parse(opensAt) >= Date.parse(closesAt)) {
    amiss(['closesAt'], say('应晚于开始时间', 'lies behind the time from which it is open'));
  }
  if (measure.minimum > measure.maximum) amiss(['measure', 'maximum'], say('应不小于下限', 'is not below the minimum'));
  if (measure.grades && measure.maximum > measure.grades.length) {
    amiss(['measure', 'maximum'], say('超出等级数', 'is beyond the last grade'));
  }
  if (standard.kind === 'perUnit' && standard.scale !== measure.scale) {
    amiss(['standard', 'scale'], say('应与计量的小数位数一致', 'is the scale of the measure'));
  }
  if (standard.kind === 'share' && (standard.leastBasisPoints ?? 0) > standard.basisPoints) {
    amiss(['standard', 'basisPoints'], say('不得低于规定的最低比例', 'is not under the minimum rate'));
  }
  if ((standard.kind === 'byGrade' || standard.kind === 'byGradeAndGroup') && !measure.grades) {
    amiss(['measure', 'grades'], say('按等级补助的须列出各等级名称', 'names the grades that the amounts are for'));
  }
  if (standard.kind === 'byGradeAndGroup') {
    const lacking = eligible.groups.filter((group) => !standard.fenByGrade[group]);
    for (const group of lacking) {
      amiss(['standard', 'fenByGrade', group], say('享受对象中有此类农户，须列出其标准', 'is eligible and has no row'));
    }
  }
  if (programme.loan && standard.kind !== 'interest') {
    amiss(['loan'], say('只有按日贴息的项目有贷款限额', 'belongs to a programme that pays interest by days'));
  }
  if (programme.rent && programme.workflow !== 'renovation') {
    amiss(['rent'], say('只有危旧房改造项目有租金补助', 'belongs to a programme that renovates houses'));
  }
  if (!suitsApplicant(programme)) {
    const message = say(
      '由村集体申请的项目须为按期发放、拨付到村集体，不按人、按户确定',
      'lets a village collective apply: it is an entitlement paid to the collective, and hangs on no person or household',
    );
    amiss(['applicant'], message);
  }
  const kinds = programme.papers.map(({ kind }) => kind);
  if (new Set(kinds).size < kinds.length) amiss(['papers'], say('同一材料列了两次', 'names a paper twice'));
});
