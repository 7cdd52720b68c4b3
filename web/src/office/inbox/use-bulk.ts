import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ERRORS } from '../../../../domain/errors.js';
import type { Bilingual } from '../../../../domain/schemas/common.js';
import type { TaskView } from '../../../../domain/schemas/task.js';
import { ActKey } from '../../common/calls/act-key.js';
import { call } from '../../common/calls/call.js';
import { isPassing, problemOf } from '../../common/calls/refusal.js';
import type { Asked } from '../../common/calls/types.js';

type Acting =
  | { readonly act: 'claimTask'; readonly body: Asked<'claimTask'>['body'] }
  | { readonly act: 'decideTask'; readonly body: Asked<'decideTask'>['body'] };

interface Result {
  readonly no: string;
  /** Why it was not done. */
  readonly said: Bilingual | undefined;
}

interface Answer extends Pick<Result, 'said'> {
  /** Nothing is known of it: it may be pressed again. */
  readonly unanswered: boolean;
}

/**
 * Acts on several tasks, one after the other: what one is refused keeps none of the others. Tells which were not
 * answered; they carry their keys again when somebody presses again.
 */
export function useBulk() {
  const client = useQueryClient();
  const keys = useRef(new Map<string, ActKey>());
  const [results, setResults] = useState<readonly Result[]>([]);
  const [running, setRunning] = useState(false);
  const run = async (tasks: readonly TaskView[], acting: (task: TaskView) => Acting) => {
    setResults([]);
    setRunning(true);
    const unanswered: TaskView[] = [];
    for (const task of tasks) {
      const { act, body } = acting(task);
      const answer = await answerTo(act, { params: { id: task.id }, body }, keyOf(keys.current, `${act} ${task.id}`));
      if (answer.unanswered) unanswered.push(task);
      setResults((before) => [...before, { no: task.no, said: answer.said }]);
    }
    setRunning(false);
    await client.invalidateQueries();
    return unanswered;
  };
  return { run, results, running };
}

function keyOf(keys: Map<string, ActKey>, name: string): ActKey {
  const key = keys.get(name) ?? new ActKey();
  keys.set(name, key);
  return key;
}

async function answerTo(act: Acting['act'], asked: object, key: ActKey): Promise<Answer> {
  try {
    await call(act, asked as Asked<typeof act>, key.for(asked));
    key.used();
    return { said: undefined, unanswered: false };
  } catch (error) {
    const unanswered = isPassing(error);
    if (!unanswered) key.used();
    return { said: problemOf(error) ?? ERRORS.UNAVAILABLE, unanswered };
  }
}
