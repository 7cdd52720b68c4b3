import type { PayloadCodec } from '@temporalio/common';
import { openJson } from '../../platform/open-json.js';
import { canonical } from '../../proof/canonical.js';
import type { RunText } from '../../proof/history-text.js';
import type { SealedHistory } from '../../proof/sealed-history.js';

/** The same history with its payloads opened. @throws UnsealError */
export async function openHistory(codec: PayloadCodec, { workflowId, runs }: SealedHistory): Promise<SealedHistory> {
  const opened: RunText[] = [];
  for (const { runId, events } of runs) {
    const texts: string[] = [];
    for (const event of events) texts.push(canonical(await openJson(codec, JSON.parse(event))));
    opened.push({ runId, events: texts });
  }
  return { workflowId, runs: opened };
}
