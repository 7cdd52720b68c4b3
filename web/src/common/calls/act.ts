import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ActKey } from './act-key.js';
import { call } from './call.js';
import { isPassing } from './refusal.js';
import type { ActId, Answered, Asked, UploadId } from './types.js';
import { sendForm } from './upload.js';

const MOST_RETRIES = 3;

/**
 * An act of the table, done once however often it is sent: on a bad line it is repeated with the same key, and so it
 * is when somebody presses again. What was read before is read anew after it.
 */
export const useAct = <Id extends ActId>(id: Id) =>
  useOnce<Asked<Id>, Answered<Id>>(
    (asked, key) => call(id, asked, key),
    (asked) => asked,
  );

interface WithFile<Id extends UploadId> {
  readonly asked: Asked<Id>;
  readonly file: Blob;
  readonly name: string;
}

/** The same of an act whose body is a form with a file. */
export const useUpload = <Id extends UploadId>(id: Id) =>
  useOnce<WithFile<Id>, Answered<Id>>(
    ({ asked, file, name }, key) => sendForm(id, asked, { part: file, name, key }),
    ({ asked, file, name }) => [asked, name, file.size, file.type],
  );

function useOnce<Given, Answer>(
  send: (given: Given, key: string) => Promise<Answer>,
  contentOf: (given: Given) => unknown,
) {
  const key = useRef(new ActKey());
  const client = useQueryClient();
  return useMutation<Answer, Error, Given>({
    mutationFn: async (given) => await send(given, key.current.for(contentOf(given))),
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
