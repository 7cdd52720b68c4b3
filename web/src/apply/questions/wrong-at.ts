import type { FieldError } from '../../../../domain/schemas/problem.js';

/** What the rules miss of a field, beside the control of the same name. */
export const wrongAt = (missing: readonly FieldError[], name: string) =>
  missing.filter(({ field }) => field === name).map(({ zh, en }) => ({ id: name, zh, en }));
