import '../common/style.css';
import './style.css';

/** Once what the page says is seen: what comes next keeps a slow phone busy. */
const seen = (): Promise<void> => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));

await seen();
await import('react-dom/client');
await seen();
await import('./main.js');
