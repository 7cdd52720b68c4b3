import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from './call.js';
import { isPassing } from './refusal.js';
import type { ActId, Answered, Asked } from './types.js';

const MOST_RETRIES = 3;

/** The key of an act that was not answered yet: a repetition carries it again, another content gets a new one. */
class ActKey {
  #key: string | undefined;
  #content = '';

  for(content: unknown): string {
    const text = JSON.stringify(content);
    if (this.#key === undefined || text !== this.#content) this.#key = crypto.randomUUID();
    this.#content = text;
    return this.#key;
  }

  /** It was answered for certain. */
  used(): void {
    this.#key = undefined;
  }
}

/**
 * An act of the table, done once however often it is sent: on a bad line it is repeated with the same key, and so it
 * is when somebody presses again. What was read before is read anew after it.
 */
export function useAct<Id extends ActId>(id: Id) {
  const key = useRef(new ActKey());
  const client = useQueryClient();
  return useMutation<Answered<Id>, Error, Asked<Id>>({
    mutationFn: async (asked) => await call(id, asked, key.current.for(asked)),
    retry: (count, error) => count < MOST_RETRIES && isPassing(error),
    onSuccess: async () => {
      key.current.used();
      await client.invalidateQueries();
    },
    onError: (error) => {
      if (!isPassing(error)) key.current.used();
    },
  });
}
