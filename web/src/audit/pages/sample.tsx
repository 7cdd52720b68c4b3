import { useNavigate, useSearch } from '@tanstack/react-router';
import { type AuditSample, SAMPLE_METHODS, STRATA } from '../../../../domain/schemas/audit-statistics.js';
import { useAsked } from '../../common/calls/query.js';
import type { Asked } from '../../common/calls/types.js';
import { Listing } from '../../common/parts/listing.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { Asking, useScopeFields } from '../parts/asking.js';
import { useCaseColumns } from '../parts/case-columns.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** 抽样: cases that nobody can choose, and why one is worth a look. */
export function SamplePage() {
  const { t } = useTexts();
  const search = useSearch({ from: '/sample' });
  const navigate = useNavigate({ from: '/sample' });
  const scope = useScopeFields();
  const query = useAsked('drawSample', { query: search } as unknown as Asked<'drawSample'>);
  useTitle(t('rooms.sample'));
  return (
    <>
      <h1>{t('rooms.sample')}</h1>
      <Asking
        now={{ method: 'random', by: 'programme', ...search }}
        submit={t('sample.draw')}
        onAsk={(said) => void navigate({ search: said })}
        fields={[
          {
            ...{ name: 'method', label: t('sample.method'), chosen: true },
            options: SAMPLE_METHODS.map((method) => [method, t(`sample.methods.${method}`)] as const),
          },
          {
            ...{ name: 'by', label: t('sample.by'), chosen: true },
            options: STRATA.map((by) => [by, t(`sample.strata.${by}`)] as const),
          },
          { name: 'size', label: t('sample.size') },
          { name: 'seed', label: t('sample.seed'), hint: t('sample.seedHint') },
          ...scope,
        ]}
      />
      <Loaded query={query}>{(sample) => <Drawn sample={sample} />}</Loaded>
    </>
  );
}

function Drawn({ sample: { items, from, seed, head } }: { readonly sample: AuditSample }) {
  const { t, tell } = useTexts();
  const columns = useCaseColumns();
  if (items.length === 0) return <p className="none">{t('sample.none')}</p>;
  return (
    <>
      <p className="digest">{t('sample.drawn', { from, count: items.length, seed })}</p>
      <p className="hint">
        {t('sample.how')}{' '}
        {head && (
          <>
            {t('sample.ofHead', { size: head.size })} <Moment at={head.at} />
          </>
        )}
      </p>
      <Listing
        caption={t('rooms.sample')}
        rows={items}
        keyOf={({ caseNo }) => caseNo}
        columns={[
          ...columns,
          { name: t('sample.stratum'), show: ({ stratum }) => stratum && tell(stratum) },
          {
            name: t('sample.flags'),
            show: ({ flags }) =>
              flags.map(({ flag, why }) => (
                <span key={flag.code} className="line">
                  <span className="tag wait">{tell(flag)}</span> {tell(why)}
                </span>
              )),
          },
        ]}
      />
    </>
  );
}
