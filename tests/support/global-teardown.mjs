export default function globalTeardown() {
  globalThis.stopTestServers?.();
}
