export { openBrowser } from '../../bench/browser.js';
