import { describe, expect, test } from '@jest/globals';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { replayAll } from '../../cli/verify/replayer.js';
import { openJson } from '../../platform/open-json.js';
import { type HistoryEvent, runText } from '../../proof/history-text.js';
import { openHistory } from '../../proof/open-history.js';
import { readRecording } from '../replay/support/recordings.js';
import { workflowBundle } from '../support/servers.js';
import { codec } from '../workflows/support/hall.js';

const workflowId = 'zhibao-case-1';
const digest = 'd';

const came = async (events: readonly string[]) =>
  (await replayAll(workflowBundle(), [{ workflowId, runId: 'one', events, digest }])).get(digest);

/** The events of a recorded case, sealed. */
function recorded(): HistoryEvent[] {
  const { history } = readRecording({ version: '0.1.0', scenario: 'withdrawn-at-project-approval' });
  return (JSON.parse(historyToJSON(history)) as { events: HistoryEvent[] }).events;
}

/** A recorded case as it was known after so many of its events. */
async function after(count: number): Promise<string[]> {
  const runs = [runText('one', recorded().slice(0, count))];
  const opened = await openHistory((event) => openJson(codec, event), { workflowId, runs });
  return [...opened.runs[0]!.events];
}

describe('The replay of a history', () => {
  test.each([1, 2, 3])(
    'ends for a case that only just began, and whose worker has not answered: event %i',
    async (n) => {
      expect(await came(await after(n))).toEqual({ steps: [] });
    },
  );

  test('goes the way of a case that is under way, wherever it stands', async () => {
    const all = recorded().length;
    const ends = Array.from({ length: all - 3 }, (_, index) => index + 4);
    const wanted = await Promise.all(
      ends.map(async (n) => ({ workflowId: `case-${n}`, runId: 'one', events: await after(n), digest: `${n}` })),
    );
    const replayed = await replayAll(workflowBundle(), wanted);
    expect(ends.filter((n) => !replayed.has(`${n}`) || replayed.get(`${n}`)?.error !== undefined)).toEqual([]);
    expect(replayed.get(`${all}`)!.steps.length).toBeGreaterThan(3);
  });

  test('ends where an event is missing, stands in another’s place or stands there twice: it says which', async () => {
    const events = await after(recorded().length);
    const [third, fourth] = events.slice(2, 4) as [string, string];
    expect(await came(events.toSpliced(0, 1))).toEqual({ steps: [], error: 'Event 2 stands in the place of event 1' });
    expect(await came(events.toSpliced(3, 1))).toEqual({ steps: [], error: 'Event 5 stands in the place of event 4' });
    expect(await came(events.toSpliced(2, 2, fourth, third))).toMatchObject({
      error: 'Event 4 stands in the place of event 3',
    });
    expect(await came(events.toSpliced(2, 0, third))).toMatchObject({
      error: 'Event 3 stands in the place of event 4',
    });
    expect(await came([])).toEqual({ steps: [], error: 'It has no events' });
  });

  test('ends where a history waits for what never comes: the others are replayed all the same', async () => {
    const events = await after(recorded().length);
    const numbered = (event: string, index: number) => event.replace(/"eventId":"\d+"/, `"eventId":"${index + 1}"`);
    const endless = events.toSpliced(3, 1).map(numbered);
    const run = (digest: string, events: readonly string[]) => ({ workflowId: digest, runId: 'one', events, digest });
    const wanted = [run('before', events), run('endless', endless), run('behind', events)];
    const replayed = await replayAll(workflowBundle(), wanted, 3000);
    expect(replayed.get('endless')).toEqual({ steps: [], error: 'Its replay has not answered for 3 s' });
    for (const digest of ['before', 'behind']) expect(replayed.get(digest)!.error).toBeUndefined();
    expect(replayed.get('behind')!.steps).toEqual(replayed.get('before')!.steps);
  });
});
