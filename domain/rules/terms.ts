import { addCalendarDays, addMonths, addWorkingDays, type Calendar, type DayLength } from './working-days.js';

/**
 * A span of time the policy gives: the latest of what it names, counted in Asia/Shanghai from the day after the
 * event, ending at 24:00. Where both calendar and working days are given, the later end counts.
 */
export interface Term {
  readonly workingDays?: number | undefined;
  readonly calendarDays?: number | undefined;
  readonly months?: number | undefined;
}

/** The spans a case branches on, resolved from county policy and programme when it was submitted. */
export interface CaseTerms {
  readonly correction: Term;
  readonly promisedPapers: Term;
  readonly internalReview: Term;
  readonly publicNotice: Term;
  readonly projectWork: Term;
  readonly projectExtension: Term;
  /** Of relief: how long a second officer has to confirm what was paid. */
  readonly reliefConfirmation?: Term;
}

/** What renovation and relocation have besides: spans, land, the share that is paid before. */
export interface HousingTerms {
  readonly worksStart: Term;
  readonly agreement: Term;
  readonly movingIn: Term;
  readonly oldHomestead: Term;
  readonly landPerPersonSquareMetres: number;
  readonly firstInstalmentBasisPoints: number;
  /** Of a renovation, where its county gives one. */
  readonly worksFirstInstalmentBasisPoints?: number;
}

export interface ReviewTerms {
  readonly reviewDue: Term;
  readonly reviewReport: Term;
}

/** When a term that began at `fromEpochMs` ends: the latest end of what it names, epoch ms. */
export function termEnd(fromEpochMs: number, term: Term, calendar: Calendar, dayLength: DayLength): number {
  const { workingDays = 0, calendarDays = 0, months = 0 } = term;
  return Math.max(
    addWorkingDays(fromEpochMs, workingDays, calendar, dayLength),
    addCalendarDays(fromEpochMs, calendarDays, dayLength),
    addMonths(fromEpochMs, months, dayLength),
  );
}
