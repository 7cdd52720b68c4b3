import { type ReactNode, startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';

interface Portal {
  readonly texts: i18n;
  readonly client: QueryClient;
  readonly children: ReactNode;
}

/** Puts a portal's views into its page. */
export function startPage({ texts, client, children }: Portal): void {
  const page = document.querySelector('#page');
  if (!page) throw new Error('The page has no place for its views.');
  const root = createRoot(page);
  // In small steps: a slow phone answers whoever touches it meanwhile.
  startTransition(() =>
    root.render(
      <StrictMode>
        <I18nextProvider i18n={texts}>
          <QueryClientProvider client={client}>{children}</QueryClientProvider>
        </I18nextProvider>
      </StrictMode>,
    ),
  );
}
