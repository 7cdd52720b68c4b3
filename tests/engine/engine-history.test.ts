import { describe, expect, test } from '@jest/globals';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { runsOf } from '../../platform/engine-history.js';

const run = (runId: string, startedAt: number, status: string) => ({
  ...{ runId, type: 'projectCase', startTime: new Date(startedAt), status: { name: status } },
});
type Run = ReturnType<typeof run>;

/** An engine whose lists are behind what it knows of a workflow by its name. */
const behind = (listed: readonly Run[], last?: Run): Client =>
  ({
    workflow: {
      async *list() {
        yield* listed;
      },
      getHandle: (workflowId: string) => ({
        describe: () =>
          last ? Promise.resolve(last) : Promise.reject(new WorkflowNotFoundError('gone', workflowId, undefined)),
      }),
    },
  }) as unknown as Client;

describe('The runs of a workflow', () => {
  const [first, second] = [run('first', 1, 'CONTINUED_AS_NEW'), run('second', 2, 'RUNNING')];

  test('the one that has just begun is among them, though the lists of the engine do not have it yet', async () => {
    expect(await runsOf(behind([], first), 'one')).toEqual([first]);
    expect(await runsOf(behind([first], second), 'one')).toEqual([first, second]);
  });

  test('the last one is as the engine knows it, though its lists still call it running', async () => {
    const ended = { ...second, status: { name: 'COMPLETED' } };
    expect(await runsOf(behind([second, first], ended), 'one')).toEqual([first, ended]);
  });

  test('of what the engine has forgotten there are none', async () => {
    expect(await runsOf(behind([]), 'one')).toEqual([]);
  });
});
