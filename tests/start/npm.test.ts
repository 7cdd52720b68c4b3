import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { waitUntil } from '../../cli/start/wait.js';
import { aliveOf, endAll, newPlace, processesOf, removePlace, startCopy } from '../support/copy.js';

jest.setTimeout(240_000);

afterAll(endAll);

test('npm start brings it up, and whoever ends npm ends everything', async () => {
  const place = await newPlace();
  const start = await startCopy(place, {}, ['npm', 'start']);
  const processes = processesOf(place);
  expect(aliveOf(processes)).toHaveLength(5);
  start.signal('SIGTERM');
  expect(await waitUntil(() => !existsSync(path.join(place.home, 'lock')), 90_000)).toBe(true);
  expect(aliveOf(processes)).toEqual([]);
  removePlace(place);
});
