import { useEffect } from 'react';
import { useTexts } from '../texts/use-texts.js';

/** What the page is called, for whoever has many open or listens to them. */
export function useTitle(title: string): void {
  const { t } = useTexts();
  const brand = t('frame.brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
}
