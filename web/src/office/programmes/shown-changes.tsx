import type { Programme } from '../../../../domain/schemas/programme.js';
import { Listing } from '../parts/listing.js';
import { useTexts } from '../texts/use-texts.js';
import { changesIn } from './changes.js';

interface Shown {
  readonly before: Programme | null;
  readonly now: Programme;
}

/** What whoever signs a draft puts into force: every field that it changes, as it was and as it would be. */
export function ShownChanges({ before, now }: Shown) {
  const texts = useTexts();
  const { t } = texts;
  const parts = changesIn(texts, before, now);
  const said = (text: string) => (text === '' ? t('programmes.notFilled') : <span className="said">{text}</span>);
  return (
    <section className="changes" aria-label={t('programmes.changes')}>
      <h2>{t('programmes.changes')}</h2>
      <p className={parts.length > 0 ? 'hint' : 'none'}>
        {before === null
          ? t('programmes.isNew')
          : t(parts.length > 0 ? 'programmes.changedSince' : 'programmes.sameAs', { version: before.version })}
      </p>
      {parts.map(({ name, changes }) => (
        <div key={name}>
          <h3>{t(`programmeForm.sections.${name}`)}</h3>
          <Listing
            caption={t(`programmeForm.sections.${name}`)}
            rows={changes}
            keyOf={(change) => change.name}
            columns={[
              { name: t('programmes.field'), show: ({ label }) => label },
              ...(before
                ? [{ name: t('programmes.was'), show: (change: (typeof changes)[number]) => said(change.before) }]
                : []),
              { name: t('programmes.is'), show: (change) => said(change.now) },
            ]}
          />
        </div>
      ))}
    </section>
  );
}
