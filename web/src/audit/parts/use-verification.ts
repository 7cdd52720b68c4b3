import { useRef, useState } from 'react';
import type { LogVerification, ProofFinding } from '../../../../domain/schemas/audit.js';
import { call } from '../../common/calls/call.js';
import type { Asked } from '../../common/calls/types.js';

/** Cases that are verified at a time. */
const PAGE = '10';

interface Progress {
  readonly done: number;
  readonly of: number;
  readonly findings: readonly ProofFinding[];
  /** Where it goes on; null once every case was verified. */
  readonly cursor: string | undefined | null;
  readonly log?: LogVerification;
}

const BEGINNING: Progress = { done: 0, of: 0, findings: [], cursor: undefined };

/** Verifies page by page, each asked for when the one before is there; it can be paused, and goes on. */
export function useVerification(scope: object) {
  const [progress, setProgress] = useState(BEGINNING);
  const [error, setError] = useState<Error>();
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);

  async function goOn(from: Progress): Promise<void> {
    let now = from;
    while (now.cursor !== null && !stopped.current) {
      const query = { ...scope, limit: PAGE, ...(now.cursor !== undefined && { cursor: now.cursor }) };
      const page = await call('verifyCases', { query } as unknown as Asked<'verifyCases'>);
      const found = page.items.flatMap(({ findings }) => findings);
      now = {
        ...{ done: now.done + page.items.length, of: page.of, cursor: page.next },
        findings: [...now.findings, ...found],
      };
      setProgress(now);
    }
    if (now.cursor !== null) return;
    const log = await call('verifyLog', {});
    setProgress({ ...now, log, findings: [...now.findings, ...log.findings] });
  }

  const start = () => {
    stopped.current = false;
    setRunning(true);
    setError(undefined);
    const from = progress.log ? BEGINNING : progress;
    goOn(from)
      .catch((cause: unknown) => setError(cause as Error))
      .finally(() => setRunning(false));
  };
  const stop = () => {
    stopped.current = true;
  };
  return { progress, error, running, start, stop };
}
