import type { FieldError } from '../schemas/problem.js';
import type { Programme } from '../schemas/programme.js';
import type { Bilingual } from '../schemas/common.js';
import type { ApplicantKind } from './applicants.js';
import { COMMON_PAPERS } from './common-papers.js';
import { type Loan, loanMissing } from './loans.js';
import { needsConsent, type PayeeKind } from './payee.js';
import { isPersonal } from './personal.js';
import { manyUnits } from './english-units.js';
import { isWithin, measuredText, quantityText } from './quantities.js';

/** What a draft holds and what is on record around it. */
export interface DraftFacts {
  readonly quantity: number | undefined;
  readonly registerConfirmed: boolean;
  readonly promisedPapers: readonly string[];
  readonly uploadedKinds: readonly string[];
  readonly filedByHelper: boolean;
  /** Without it, a household. */
  readonly applicant?: ApplicantKind | undefined;
  readonly hasAccount: boolean;
  /** Whom a personal subsidy is for: a present member of the household. */
  readonly personId?: string | undefined;
  /** Members who move, where the household is relocated. */
  readonly movingMembers?: readonly string[] | undefined;
  /** Of a subsidy of interest: the loan. */
  readonly loan?: Loan | undefined;
  /** Whom of the register it asks to be paid: one that it may name. */
  readonly payee?: { readonly id: string; readonly kind: PayeeKind } | undefined;
}

/** As much of a programme as its guide tells too. */
type Asking = Pick<Programme, 'measure' | 'papers'> &
  Partial<Pick<Programme, 'payTo' | 'orPayTo' | 'payeeChosen' | 'workflow' | 'loan'>> & {
    readonly personal?: boolean | undefined;
  };

/** What is still missing before the application can be submitted, and what to do about it: empty when nothing is. */
export function missingOf(facts: DraftFacts, programme: Asking): FieldError[] {
  return [
    ...(programme.loan ? loanMissing(facts.loan, programme.loan) : quantityMissing(facts.quantity, programme)),
    ...personMissing(facts, programme),
    ...membersMissing(facts, programme),
    ...payeeMissing(facts, programme),
    ...papersMissing(facts, programme),
    ...(facts.hasAccount ? [] : [{ field: 'account', ...NO_ACCOUNT[facts.applicant ?? 'household'] }]),
    ...(facts.registerConfirmed
      ? []
      : [
          {
            field: 'registerConfirmed',
            zh: '请核对名册信息并确认',
            en: 'Look at what the register holds and confirm it',
          },
        ]),
  ];
}

const NO_ACCOUNT = {
  household: { zh: '请登记本户成员名下的银行账户', en: 'Give an account of a member of the household' },
  collective: {
    zh: '村集体在收款单位名录中没有生效的账户，请联系县扶贫办登记',
    en: 'The collective has no account in force in the register of payees: ask the county’s office to enter one',
  },
} as const satisfies Record<ApplicantKind, Bilingual>;

/** Kinds that were promised although the programme doesn't let them be. */
export const notPromisable = (promised: readonly string[], { papers }: Programme): string[] =>
  promised.filter((kind) => !papers.some((paper) => paper.kind === kind && paper.promisable));

/** Kinds of papers that an application of the programme can have. */
export const paperKinds = ({ papers }: Programme): string[] => [
  ...papers.map(({ kind }) => kind),
  ...Object.keys(COMMON_PAPERS),
];

function personMissing({ personId }: DraftFacts, programme: Asking): FieldError[] {
  if (!isPersonal(programme) || personId !== undefined) return [];
  return [{ field: 'personId', zh: '请选择享受补助的家庭成员', en: 'Say which member of the household it is for' }];
}

/** 收款单位: named where the programme says so; whoever is paid only with the household's consent, with its agreement. */
function payeeMissing({ payee, uploadedKinds }: DraftFacts, programme: Asking): FieldError[] {
  if (!payee) {
    if (!programme.payeeChosen) return [];
    return [{ field: 'payeeId', zh: '请选择收款单位（学校等）', en: 'Choose whom the money goes to' }];
  }
  if (!needsConsent(programme, payee.kind) || uploadedKinds.includes('payeeAgreement')) return [];
  const { zh, en } = COMMON_PAPERS.payeeAgreement;
  return [{ field: 'papers.payeeAgreement', zh: `请上传${zh}`, en: `Upload: ${en}` }];
}

/** 异地搬迁: it is said by name who moves. */
function membersMissing({ movingMembers = [], quantity }: DraftFacts, { workflow }: Asking): FieldError[] {
  if (workflow !== 'relocation' || (movingMembers.length > 0 && movingMembers.length === quantity)) return [];
  return [{ field: 'movingMembers', zh: '请选择搬迁的家庭成员', en: 'Choose the members of the household who move' }];
}

/** What is wrong with a quantity, by the measure of the programme. */
export function quantityMissing(quantity: number | undefined, { measure }: Asking): FieldError[] {
  const { minimum, maximum, scale, unit, name, grades } = measure;
  if (quantity === undefined) {
    return [
      { field: 'quantity', zh: `请填写${name.zh}（${unit.zh}）`, en: `Give the quantity (${manyUnits(unit.en)})` },
    ];
  }
  if (isWithin(measure, quantity)) return [];
  if (grades) {
    const [least, most] = [measuredText(measure, minimum), measuredText(measure, maximum)];
    return [
      {
        field: 'quantity',
        zh: `${name.zh}应为${least.zh}至${most.zh}`,
        en: `The quantity must be from ${least.en} to ${most.en}`,
      },
    ];
  }
  const [least, most] = [quantityText(minimum, scale), quantityText(maximum, scale)];
  return [
    {
      field: 'quantity',
      zh: `${name.zh}应在${least}至${most}${unit.zh}之间`,
      en: `The quantity must be between ${least} and ${most} ${manyUnits(unit.en)}`,
    },
  ];
}

function papersMissing({ uploadedKinds, promisedPapers, filedByHelper }: DraftFacts, { papers }: Asking): FieldError[] {
  const given = new Set([...uploadedKinds, ...promisedPapers]);
  const missing = papers
    .filter(({ kind, required }) => required && !given.has(kind))
    .map(({ kind, name, promisable }) => ({
      field: `papers.${kind}`,
      zh: `请上传${name.zh}${promisable ? '，或承诺后补' : ''}`,
      en: `Upload: ${name.en}${promisable ? ', or promise it for later' : ''}`,
    }));
  if (!filedByHelper || uploadedKinds.includes('consent')) return missing;
  const { zh, en } = COMMON_PAPERS.consent;
  return [...missing, { field: 'papers.consent', zh: `请上传${zh}`, en: `Upload: ${en}` }];
}
