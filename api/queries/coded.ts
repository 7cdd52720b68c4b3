import type { Bilingual, Coded } from '../../domain/schemas/common.js';

/** A code with its meaning; by itself where the table does not have it. */
export function coded(table: Readonly<Record<string, Bilingual>>, code: string): Coded {
  const { zh, en } = table[code] ?? { zh: code, en: code };
  return { code, zh, en };
}
