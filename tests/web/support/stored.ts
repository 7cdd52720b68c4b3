import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually.js';

/** Where a browser keeps what a household or an official works on, and what each has read. */
export const STORES = {
  steps: ['zhibao-apply-steps', 'steps'],
  readByHouseholds: ['zhibao-apply-read', 'queries'],
  visits: ['zhibao-office', 'visits'],
  boards: ['zhibao-office-boards', 'boards'],
  readByOfficials: ['zhibao-office-read', 'queries'],
} as const;

/** Once the browser has written these words into a store: they outlive the page from then on. */
export async function untilStored(page: Page, kept: keyof typeof STORES, ...words: readonly string[]): Promise<void> {
  const [database, store] = STORES[kept];
  const rows = `new Promise((tell) => {
    const opening = indexedDB.open('${database}');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('${store}').objectStore('${store}').getAll();
      reading.onsuccess = () => tell(JSON.stringify(reading.result));
    };
  })`;
  await eventually(
    () => page.evaluate<string>(rows),
    (stored) => words.every((word) => stored.includes(word)),
  );
}
