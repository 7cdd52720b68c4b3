import { parseQuantity } from '../../../../domain/rules/quantities.js';
import { type Bilingual, say } from '../../../../domain/schemas/common.js';
import { howToWrite, type Written } from '../../../../domain/texts/how-to-write.js';
import { writtenSteps } from './amended.js';
import type { FieldSpec } from './fields.js';

interface Measured extends Pick<FieldSpec, 'kind' | 'options' | 'write' | 'fault'> {
  readonly read: (text: string) => number;
}

/** A field in which a quantity is written in the unit of its measure, or chosen of its grades; what is meant is steps. */
export function measuredIn(measure: Written, tell: (text: Bilingual) => string): Measured {
  const { scale, grades } = measure;
  const { zh, en } = howToWrite(measure);
  const fault = say(zh, en);
  if (!grades)
    return {
      ...{ kind: 'number', fault, read: (text) => parseQuantity(text, scale) ?? Number.NaN },
      write: (steps: number) => writtenSteps(steps, scale),
    };
  return {
    ...{ kind: 'select', fault, read: Number },
    options: grades.map((grade, index) => [String(index + 1), tell(grade)] as const),
  };
}
