import { gunzipSync, gzipSync } from 'node:zlib';
import type { RunText } from './history-text.js';

/*
 * The whole history of a workflow as it is kept: lines, gzip.
 *
 *   {"format":"zhibao-history/1","workflowId":"…"}
 *   {"runId":"…"}
 *   <canonical JSON of an event>
 *   …
 *   {"runId":"…"}          the next run, if there is one
 */
const FORMAT = 'zhibao-history/1';

export interface SealedHistory {
  readonly workflowId: string;
  /** The oldest first. */
  readonly runs: readonly RunText[];
}

export function historyText({ workflowId, runs }: SealedHistory): string {
  const head = JSON.stringify({ format: FORMAT, workflowId });
  return `${[head, ...runs.flatMap(({ runId, events }) => [JSON.stringify({ runId }), ...events])].join('\n')}\n`;
}

export const packHistory = (history: SealedHistory): Buffer<ArrayBuffer> =>
  Buffer.from(gzipSync(historyText(history), { level: 9 }));

/** @throws Error where the bytes are no such history */
export const unpackHistory = (bytes: Uint8Array): SealedHistory => readHistoryText(gunzipSync(bytes).toString('utf8'));

/** @throws Error where the text is no such history */
export function readHistoryText(text: string): SealedHistory {
  const [head, ...lines] = text.trimEnd().split('\n');
  const { format, workflowId } = JSON.parse(head ?? '{}') as { format?: unknown; workflowId?: unknown };
  if (format !== FORMAT || typeof workflowId !== 'string') throw new Error('This is no sealed history.');
  const runs: { runId: string; events: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('{"runId":')) runs.push({ runId: (JSON.parse(line) as { runId: string }).runId, events: [] });
    else runs.at(-1)!.events.push(line);
  }
  return { workflowId, runs };
}
