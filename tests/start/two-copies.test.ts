import { afterAll, expect, jest, test } from '@jest/globals';
import { aliveOf, endAll, newPlace, processesOf, removePlace, startCopy, stopCopy } from '../support/copy.js';

jest.setTimeout(240_000);

afterAll(endAll);

test('two copies with different PORT and ZHIBAO_HOME run side by side and end one by one', async () => {
  const places = [await newPlace(), await newPlace()];
  const starts = await Promise.all(places.map((place) => startCopy(place)));
  const processes = places.map(processesOf);
  for (const { port } of places) expect((await fetch(`http://127.0.0.1:${port}/readyz`)).ok).toBe(true);
  expect(starts[0] && (await stopCopy(starts[0]))).toBe(0);
  expect(processes.map((each) => aliveOf(each).length)).toEqual([0, 5]);
  expect(starts[1] && (await stopCopy(starts[1]))).toBe(0);
  expect(processes.map((each) => aliveOf(each).length)).toEqual([0, 0]);
  places.forEach(removePlace);
});
