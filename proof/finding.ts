import type { FindingKind } from '../domain/texts/findings.js';

/** A difference that verification found: where, and what stands on either side. */
export interface Finding {
  readonly kind: FindingKind;
  /** Case, workflow, order, paper, official, or place in the log. */
  readonly subject: string;
  /** The step or event it is about, as `case/7`; without it, the whole. */
  readonly at?: string;
  /** What the history or the log has. */
  readonly proved?: string;
  /** What stands in its place. */
  readonly found?: string;
}

/** How a value is written in a finding. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
};
