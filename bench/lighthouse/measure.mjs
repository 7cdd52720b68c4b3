// Lighthouse (mobile) on the households' pages of a running system, beside a page without scripts as the floor:
//
//   cd bench/lighthouse && npm ci --ignore-scripts && node measure.mjs http://127.0.0.1:3000
//
// A package of its own, so that what it brings along is installed by nobody else. The browser is the system's, or the
// one that CHROMIUM names. Exit code 1 where accessibility is under 100 or performance under 95.
import { existsSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [url = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const FLOOR = '/programmes/beekeeping';
const PAGES = ['/apply', '/apply/programmes/beekeeping', '/apply/sign-in'];
const LEAST = { accessibility: 100, performance: 95 };
const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const chromePath = CHROMIUM.find((place) => place && existsSync(place));
const chrome = await launch({
  ...(chromePath && { chromePath }),
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
try {
  await scoresOf(FLOOR);
  for (const page of PAGES) {
    const scores = await scoresOf(page);
    if (Object.entries(LEAST).some(([name, least]) => scores[name] < least)) process.exitCode = 1;
  }
} finally {
  chrome.kill();
}

/** Out of a hundred, by category. */
async function scoresOf(page) {
  const options = { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: 'error' };
  const { lhr } = await lighthouse(url + page, options);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const scores = Object.fromEntries(
    Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
  );
  const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];
  const shown = times.map((name) => `${name} ${lhr.audits[name].displayValue}`).join(', ');
  const lacking = Object.values(lhr.audits).filter(
    ({ id, score }) => score !== null && score < 1 && isAccessibility(lhr, id),
  );
  process.stdout.write(`${page}: ${JSON.stringify(scores)} ${shown} ${lacking.map(({ id }) => id).join(' ')}\n`);
  return scores;
}

function isAccessibility({ categories }, id) {
  return categories.accessibility.auditRefs.some((audit) => audit.id === id);
}
