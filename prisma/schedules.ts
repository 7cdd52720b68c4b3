import { canonicalLines, controlTotals, type SignedLine } from '../domain/rules/schedule-lines.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import { sha256 } from '../platform/digest.js';
import type { Tx } from './client.js';
import { nextSerial } from './serials.js';

/** The next number of a county's payee schedules: `330127-2026-S000001`. */
export async function nextScheduleNo(tx: Tx, countyCode: string, at: Date): Promise<string> {
  const year = shanghaiDate(at.getTime()).slice(0, 4);
  const serial = await nextSerial(tx, `schedule/${countyCode}/${year}`);
  return `${countyCode}-${year}-S${String(serial).padStart(6, '0')}`;
}

/** What is signed of a schedule: its control totals and the SHA-256 of its lines. */
export const sealOf = (lines: readonly SignedLine[]) => ({
  ...controlTotals(lines),
  digest: sha256(canonicalLines(lines)),
});
