/*
 * 档案: the rules for a closed case as an archive file. Terms as 机关文件材料归档范围和文书档案保管期限规定 (国家档案局令第8号)
 * has them, 永久, 30年 and 10年; those of what was paid no shorter than the vouchers' (会计档案管理办法: 30年). Whatever is
 * over needs an appraisal and two signatures to be destroyed (机关档案管理规定, 国家档案局令第13号).
 */

export const RECORD_KINDS = ['housing', 'paid', 'unpaid'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const ARCHIVE_TERMS = ['permanent', 'years30', 'years10'] as const;
export type ArchiveTerm = (typeof ARCHIVE_TERMS)[number];

export const ARCHIVE_STATES = ['kept', 'handedOver', 'destroyed'] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];

export const ARCHIVE_APPRAISALS = ['keep', 'destroy'] as const;
export type ArchiveAppraisal = (typeof ARCHIVE_APPRAISALS)[number];

/** Whole years after the one in which it was closed; null for good. */
const TERM_YEARS = { permanent: null, years30: 30, years10: 10 } as const satisfies Record<ArchiveTerm, number | null>;

const TERM_OF = { housing: 'permanent', paid: 'years30', unpaid: 'years10' } as const satisfies Record<
  RecordKind,
  ArchiveTerm
>;

interface Closed {
  /** Of its programme: the order of stages that its case went. */
  readonly workflow: string;
  /** Whether something was given: money that was ordered or granted, a home. */
  readonly given: boolean;
}

/** What kind of record a closed case is: of somebody's house and land, of money, or of neither. */
export function recordKind({ workflow, given }: Closed): RecordKind {
  if (!given) return 'unpaid';
  return workflow === 'relocation' || workflow === 'renovation' ? 'housing' : 'paid';
}

export const termOf = (kind: RecordKind): ArchiveTerm => TERM_OF[kind];

/** A term begins with the year after the closing. Dates are ISO, Asia/Shanghai. */
export const termBegins = (closedOn: string): string => `${yearOf(closedOn) + 1}-01-01`;

/** The last day of a term; null where there is none. */
export function termEnds(term: ArchiveTerm, closedOn: string): string | null {
  const years = TERM_YEARS[term];
  return years === null ? null : `${yearOf(closedOn) + years}-12-31`;
}

/** How far the term of a file that is kept on after its appraisal goes: another ten years from its end. */
export const keptOnUntil = (keptUntil: string): string => `${yearOf(keptUntil) + 10}-12-31`;

export const isTermOver = (keptUntil: string | null, today: string): boolean => keptUntil !== null && keptUntil < today;

/** 移交: what the county's archives take: files of thirty years and for good (机关档案管理规定). */
export const isHandedOver = (term: ArchiveTerm): boolean => term !== 'years10';

/** What is known of a file when somebody wants to destroy it. */
export interface Destructible {
  readonly state: ArchiveState;
  readonly keptUntil: string | null;
  readonly appraisal: ArchiveAppraisal | null;
  /** Whether an auditor holds it back. */
  readonly held: boolean;
  /** Whether something of its case goes on: a return, a review, a claim, a finding of the audit. */
  readonly open: boolean;
}

const DESTRUCTION_OBSTACLES = [
  'ARCHIVE_MOVED',
  'ARCHIVE_HELD',
  'ARCHIVE_OPEN',
  'ARCHIVE_TERM_RUNS',
  'ARCHIVE_UNAPPRAISED',
] as const;
type DestructionObstacle = (typeof DESTRUCTION_OBSTACLES)[number];

/** Why a file must not be destroyed today; undefined where it may, by the signatures of two. */
export function destructionObstacle(file: Destructible, today: string): DestructionObstacle | undefined {
  if (file.state !== 'kept') return 'ARCHIVE_MOVED';
  if (file.held) return 'ARCHIVE_HELD';
  if (file.open) return 'ARCHIVE_OPEN';
  if (!isTermOver(file.keptUntil, today)) return 'ARCHIVE_TERM_RUNS';
  return file.appraisal === 'destroy' ? undefined : 'ARCHIVE_UNAPPRAISED';
}

const yearOf = (isoDate: string): number => Number(isoDate.slice(0, 4));
