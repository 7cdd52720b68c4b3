import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ERRORS } from '../../../../domain/errors.js';
import type { Bilingual } from '../../../../domain/schemas/common.js';
import type { TaskView } from '../../../../domain/schemas/task.js';
import { call } from '../../common/calls/call.js';
import { problemOf } from '../../common/calls/refusal.js';
import type { Asked } from '../../common/calls/types.js';

type Acting =
  | { readonly act: 'claimTask'; readonly body: Asked<'claimTask'>['body'] }
  | { readonly act: 'decideTask'; readonly body: Asked<'decideTask'>['body'] };

interface Result {
  readonly no: string;
  /** Why it was not done. */
  readonly said: Bilingual | undefined;
}

/** Acts on several tasks, one after the other: what one is refused keeps none of the others. */
export function useBulk() {
  const client = useQueryClient();
  const [results, setResults] = useState<readonly Result[]>([]);
  const [running, setRunning] = useState(false);
  const run = async (tasks: readonly TaskView[], acting: (task: TaskView) => Acting) => {
    setResults([]);
    setRunning(true);
    for (const task of tasks) {
      const said = await refusalOf(task.id, acting(task));
      setResults((before) => [...before, { no: task.no, said }]);
    }
    setRunning(false);
    await client.invalidateQueries();
  };
  return { run, results, running };
}

async function refusalOf(id: string, { act, body }: Acting): Promise<Bilingual | undefined> {
  const asked = { params: { id }, body };
  try {
    await call(act, asked as Asked<typeof act>, crypto.randomUUID());
    return undefined;
  } catch (error) {
    return problemOf(error) ?? ERRORS.UNAVAILABLE;
  }
}
