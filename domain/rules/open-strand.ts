import type { Strand } from '../schemas/application.js';

/** Where an open case goes on: in its main line, or, where its money came back, in what was opened for that. */
export const openStrand = ({ running, reopenedAt }: { running: boolean; reopenedAt: Date | null }): Strand =>
  running && reopenedAt !== null ? 'return' : 'case';
