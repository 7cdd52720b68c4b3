import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep a Chromium, the one named by the environment before all. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium: the system's, or on Linux the one that came with `npm ci`.
 * @throws Error with a sentence that says what to do where there is none
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place && existsSync(place)) ?? (await broughtAlong());
  // A container's root has no sandbox; what is opened is our own.
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

async function broughtAlong(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found: install Chrome or Chromium, or name it with CHROMIUM=/path/to/it.');
  }
  // By this it unpacks the libraries too that a bare system may not have.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return await packed.executablePath();
}
