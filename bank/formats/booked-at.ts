const DAY = /^(\d{4})-?(\d{2})-?(\d{2})$/;
const CLOCK_ONLY = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/**
 * The ISO instant of a bank's date or time: a day alone is its beginning, a time without a zone is Asia/Shanghai's.
 * Nothing where the text is neither.
 */
export function instantOf(text: string): string | undefined {
  const day = dayOf(text);
  if (day !== undefined) return iso(`${day}T00:00:00+08:00`);
  if (INSTANT.test(text)) return iso(text);
  if (CLOCK_ONLY.test(text)) return iso(`${text}+08:00`);
  const [all, y, m, d, h, min, s] = COMPACT.exec(text) ?? [];
  return all === undefined ? undefined : iso(`${y}-${m}-${d}T${h}:${min}:${s}+08:00`);
}

/** The ISO date of `2026-11-23` or `20261123`; nothing where there is no such day. */
export function dayOf(text: string): string | undefined {
  const [all, year, month, day] = DAY.exec(text) ?? [];
  if (all === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined;
}

function iso(text: string): string | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
