import type { Bilingual } from '../../domain/schemas/common.js';

/** A row that was not imported, and why. */
export interface Rejection {
  line: number;
  reason: Bilingual;
}

export const rejection = (line: number, zh: string, en: string): Rejection => ({ line, reason: { zh, en } });
