/** Whom of the register a case pays, as it was chosen once. */
export interface PayeeChoice {
  /** "submitted", the step ("case/7"), or "logged/" and the ID of what was chosen where no workflow hears of it. */
  readonly source: string;
  /** Null where the household has taken its consent back. */
  readonly payeeId: string | null;
  /** SHA-256 of the household's agreement. */
  readonly agreement: string | null;
  /** Household, helper or official. */
  readonly by: string;
  /** Epoch ms; 0 where it came with the application. */
  readonly at: number;
}
