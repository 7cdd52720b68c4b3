import { rmSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { freePort, isServedBy, whyNotFree } from '../../cli/start/ports.js';
import { newBankHome, startBank } from '../bank/bank-process.js';

describe('The ports of a copy', () => {
  test('a port is chosen that the system gives to nobody who connects or asks for any', async () => {
    const port = await freePort();
    expect(port).toBeLessThan(32_768);
    expect(await whyNotFree(port)).toBeUndefined();
  });

  test('the bank of somebody else that came first to the port is not taken for one’s own', async () => {
    const home = await newBankHome();
    const { pid, port, stop } = await startBank(home);
    expect(await isServedBy(pid, port)).toBe(true);
    expect(await isServedBy(process.pid, port)).toBe(false);
    await stop();
    expect(await isServedBy(pid, port)).toBe(false);
    rmSync(home, { recursive: true });
  });
});
