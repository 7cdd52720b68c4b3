import { Link } from '@tanstack/react-router';
import { Reduction } from '../../../../domain/schemas/fund-acts.js';
import { usePages } from '../../common/calls/pages.js';
import { ActForm } from '../form/act-form.js';
import { Listing } from '../parts/listing.js';
import { Paged } from '../parts/paged.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';
import { useFigureColumns } from './figure.js';

/** Allotments by their documents, of one fund or of all; what is available of one can be taken back. */
export function Allotments({ fund }: { readonly fund?: string }) {
  const { t, tell } = useTexts();
  const may = useMay('paymentReviewer');
  const figures = useFigureColumns();
  const allotments = usePages('listAllotments', { query: { ...(fund !== undefined && { fund }) } });
  return (
    <Paged pages={allotments} empty={t('allotments.none')}>
      {(rows) => (
        <Listing
          caption={t('funds.allotments')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              name: t('funds.document'),
              show: ({ documentNo, fiscalYear }) => (
                <>
                  {documentNo} <small className="line">{fiscalYear}</small>
                </>
              ),
            },
            {
              name: t('funds.name'),
              show: (row) => (
                <Link to="/funds/$fundId" params={{ fundId: row.fund.id }}>
                  {row.fund.name}
                </Link>
              ),
            },
            {
              name: t('task.programme'),
              show: ({ programme, county, forIncomeGrowth }) => (
                <>
                  {tell(programme)} <small className="line">{county.name}</small>{' '}
                  {forIncomeGrowth && <span className="tag">{t('allotments.growth')}</span>}
                </>
              ),
            },
            ...figures,
            ...(may ? [{ name: t('allotments.reduction'), show: ({ id }: { id: string }) => <Reduce id={id} /> }] : []),
          ]}
        />
      )}
    </Paged>
  );
}

function Reduce({ id }: { readonly id: string }) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('allotments.reduce')}</summary>
      <ActForm
        act="reduceAllotment"
        params={{ allotmentId: id }}
        schema={Reduction}
        fields={[
          { name: 'documentNo', kind: 'text', label: t('funds.document') },
          { name: 'amountFen', kind: 'yuan', label: t('money.amount'), hint: t('money.hint') },
        ]}
        submit={t('allotments.reduce')}
        done={() => t('form.saved')}
      />
    </details>
  );
}
