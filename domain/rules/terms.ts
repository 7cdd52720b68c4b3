/**
 * A span of time the policy gives: the latest of what it names, counted in Asia/Shanghai from the day after the
 * event, ending at 24:00. Where both calendar and working days are given, the later end counts.
 */
export interface Term {
  readonly workingDays?: number;
  readonly calendarDays?: number;
  readonly months?: number;
}

/** The spans a case branches on, resolved from county policy and programme when it was submitted. */
export interface CaseTerms {
  readonly correction: Term;
  readonly promisedPapers: Term;
  readonly internalReview: Term;
  readonly publicNotice: Term;
  readonly projectWork: Term;
  readonly projectExtension: Term;
}

export interface ReviewTerms {
  readonly reviewDue: Term;
  readonly reviewReport: Term;
}
