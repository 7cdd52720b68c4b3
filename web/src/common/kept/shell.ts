/**
 * Has the portal's service worker keep its pages for when there is no network. A page that was already loading when the
 * worker took over asks it to be taken along: until then, its later scripts would come from the network alone.
 */
export async function keepShell(portal: 'apply' | 'office'): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  await workers.register(`/${portal}-worker.js`, { scope: `/${portal}` });
  const { active } = await workers.ready;
  if (!workers.controller) active?.postMessage('claim');
}
