import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { sha256 } from '../../platform/digest.js';
import { canonical } from '../../proof/canonical.js';
import { lastMark, type RunText } from '../../proof/history-text.js';
import { historyText, packHistory, type SealedHistory } from '../../proof/sealed-history.js';

interface Copied {
  readonly content: Buffer<ArrayBuffer>;
  readonly openedSha256: string;
  readonly runs: NonNullable<ReturnType<typeof lastMark>>[];
}

/** An opened history as another case's: its number in every event and payload, which are encrypted anew. */
export async function copyHistory(
  codec: PayloadCodec,
  { workflowId, runs }: SealedHistory,
  caseNo: string,
): Promise<Copied> {
  const about = (text: string) => text.replaceAll(workflowId, caseNo);
  const context: SerializationContext = { type: 'workflow', namespace: 'default', workflowId: caseNo };
  const opened: RunText[] = [];
  const sealed: RunText[] = [];
  for (const { runId, events } of runs) {
    const parsed = events.map((event) => inPayloads(JSON.parse(about(event)), about));
    opened.push({ runId, events: parsed.map((event) => canonical(event)) });
    const encrypted: string[] = [];
    for (const event of parsed) encrypted.push(canonical(await sealJson(codec, event, context)));
    sealed.push({ runId, events: encrypted });
  }
  return {
    content: packHistory({ workflowId: caseNo, runs: sealed }),
    openedSha256: sha256(historyText({ workflowId: caseNo, runs: opened })),
    runs: sealed.map((run) => lastMark(run)!),
  };
}

interface PayloadJson {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data?: string;
}

const isPayload = (json: object): json is PayloadJson =>
  'metadata' in json && typeof (json as PayloadJson).metadata?.['encoding'] === 'string';
const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
const base64 = (data: Uint8Array | null | undefined): string => Buffer.from(data ?? []).toString('base64');

/** The JSON with what its payloads say changed. */
function inPayloads(json: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(json)) return json.map((item) => inPayloads(item, change));
  if (json === null || typeof json !== 'object') return json;
  if (isPayload(json)) return { ...json, data: base64(Buffer.from(change(bytes(json.data ?? '').toString()))) };
  return Object.fromEntries(Object.entries(json).map(([name, part]) => [name, inPayloads(part, change)]));
}

/** The JSON with its payloads encrypted: the reverse of `openJson`. */
async function sealJson(codec: PayloadCodec, json: unknown, context: SerializationContext): Promise<unknown> {
  if (Array.isArray(json)) return await Promise.all(json.map((item) => sealJson(codec, item, context)));
  if (json === null || typeof json !== 'object') return json;
  if (!isPayload(json)) {
    const parts = await Promise.all(
      Object.entries(json).map(async ([name, part]) => [name, await sealJson(codec, part, context)] as const),
    );
    return Object.fromEntries(parts);
  }
  const metadata = Object.fromEntries(Object.entries(json.metadata).map(([name, value]) => [name, bytes(value)]));
  const plain: Payload = { metadata, data: bytes(json.data ?? '') };
  const [sealed] = await codec.encode([plain], context);
  const inside = Object.entries(sealed!.metadata ?? {});
  return {
    metadata: Object.fromEntries(inside.map(([name, value]) => [name, base64(value)])),
    data: base64(sealed!.data),
  };
}
