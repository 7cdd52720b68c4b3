import type { Connection } from '@temporalio/client';
import type { Strand } from '../../domain/schemas/application.js';
import { workflowIdOf } from '../../platform/running-cases.js';
import { loadStartSettings } from '../../platform/settings.js';
import { connect, type Where } from '../../platform/temporal.js';
import { homeAt } from '../start/home.js';
import { RunState } from '../start/run-state.js';

/** How long a history is, as the engine itself counts. */
export interface HistorySize {
  readonly events: number;
  readonly bytes: number;
}
/** By case number: the case, and its review. */
export type HistorySizes = ReadonlyMap<string, Partial<Record<Strand, HistorySize>>>;

/**
 * The histories of cases, where the engine can be asked from here: no route of the public API tells about it.
 *
 * @returns nothing where it cannot
 */
export async function sizesOf(url: string, caseNos: readonly string[]): Promise<HistorySizes> {
  const where = engineBehind(url);
  const connection = where && (await connect(where).catch(() => undefined));
  if (!connection) return new Map();
  try {
    const sizes = new Map<string, Partial<Record<Strand, HistorySize>>>();
    for (const caseNo of caseNos) {
      const [main, review] = [
        await sizeOf(connection, where, caseNo, 'case'),
        await sizeOf(connection, where, caseNo, 'review'),
      ];
      sizes.set(caseNo, { ...(main && { case: main }), ...(review && { review }) });
    }
    return sizes;
  } finally {
    await connection.close();
  }
}

/** The engine that the settings name; else the one of the copy that was started here, if it is the one at `url`. */
function engineBehind(url: string): Where | undefined {
  const { temporalAddress, temporalNamespace, home, port } = loadStartSettings();
  if (temporalAddress !== undefined) return { temporalAddress, temporalNamespace };
  const { hostname, port: asked } = new URL(url);
  const isOurs = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && asked === String(port);
  const ownPort = isOurs ? new RunState(homeAt(home)).ports.temporal : undefined;
  return ownPort === undefined ? undefined : { temporalAddress: `127.0.0.1:${ownPort}`, temporalNamespace };
}

async function sizeOf(
  { workflowService }: Connection,
  { temporalNamespace: namespace }: Where,
  caseNo: string,
  strand: Strand,
): Promise<HistorySize | undefined> {
  const request = { namespace, execution: { workflowId: workflowIdOf(caseNo, strand) } };
  const described = await workflowService.describeWorkflowExecution(request).catch(() => undefined);
  const info = described?.workflowExecutionInfo;
  return info ? { events: Number(info.historyLength), bytes: Number(info.historySizeBytes) } : undefined;
}
