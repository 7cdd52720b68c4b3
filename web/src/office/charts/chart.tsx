import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bars } from './bars.js';

/** Charts are a part of their own: who looks at none loads none. */
const Drawn = lazy(() => import('./drawn.js'));

interface Shown {
  readonly title: string;
  readonly bars: Bars;
}

export function Chart({ title, bars }: Shown) {
  const { t } = useTranslation('common');
  return (
    <Suspense fallback={<output className="loading">{t('loading')}</output>}>
      <Drawn title={title} bars={bars} />
    </Suspense>
  );
}
