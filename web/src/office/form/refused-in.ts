import { say } from '../../../../domain/schemas/common.js';
import { Refusal } from '../../common/calls/refusal.js';
import type { FieldSpec } from './fields.js';

/** What the API found wrong in fields of a form: all of one field in one message, as the form's own faults are. */
export function refusedIn(fields: readonly FieldSpec[], error: unknown) {
  const errors = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return fields.flatMap(({ name, label }) => {
    const own = errors.filter(({ field }) => field === name || field.startsWith(`${name}.`));
    if (own.length === 0) return [];
    const message = say(own.map(({ zh }) => zh).join('；'), own.map(({ en }) => en).join('; '));
    return [{ id: name, label, message }];
  });
}
