/** How an error is told to whoever called. */
export interface ErrorText {
  /** HTTP status of the problem document. */
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}
