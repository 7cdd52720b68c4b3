import { canonical } from './canonical.js';
import type { RunText } from './history-text.js';
import type { SealedHistory } from './sealed-history.js';

/** Opens the payloads of an event, given and answered as JSON. */
export type OpenEvent = (event: unknown) => Promise<unknown>;

/** The metadata of a payload, in canonical JSON. */
const PAYLOAD = '"encoding":"';

/** The same history with its payloads opened. Throws what `open` throws. */
export async function openHistory(open: OpenEvent, { workflowId, runs }: SealedHistory): Promise<SealedHistory> {
  const opened: RunText[] = [];
  for (const { runId, events } of runs) {
    const texts: string[] = [];
    // What has no payload is the same opened: it is canonical already.
    for (const event of events) texts.push(event.includes(PAYLOAD) ? canonical(await open(JSON.parse(event))) : event);
    opened.push({ runId, events: texts });
  }
  return { workflowId, runs: opened };
}
