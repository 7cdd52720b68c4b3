import { useEffect } from 'react';

/** What the page is called, for whoever has many open or listens to them. */
export function useDocumentTitle(title: string, brand: string): void {
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
}
