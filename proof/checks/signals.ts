import type { CaseEvidence } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import type { RunTold } from '../read-run.js';

/** What a case was told by a system is a row: an objection, a change in the household, an order of its own. */
export function checkSignals(
  { caseNo: subject, received, payments }: Pick<CaseEvidence, 'caseNo' | 'received' | 'payments'>,
  runs: readonly RunTold[],
): Finding[] {
  const rows = new Set([...received, ...payments.map(({ reference }) => reference)]);
  const isFounded = (signal: string, said: unknown): boolean => {
    if (signal === 'objectionReceived' || signal === 'householdChanged') return rows.has(String(said));
    return signal !== 'paymentSettled' || rows.has((said as { reference: string }).reference);
  };
  return runs
    .flatMap(({ told }) => told)
    .filter(({ signal, said }) => !isFounded(signal, said))
    .map(({ signal, said, eventId }) => ({
      ...{ kind: 'signalUnfounded', subject, at: `event ${eventId}`, found: `${signal} ${shown(said)}` },
    }));
}
