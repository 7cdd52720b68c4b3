/** Whether the page was served by a demonstration, whose people and accounts are invented. */
export const isDemonstration = (): boolean =>
  document.querySelector<HTMLMetaElement>('meta[name="demonstration"]')?.content === 'true';
