import { yuanText } from '../../../../domain/rules/fen.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { Moment } from '../../common/parts/moment.js';
import { useTexts } from '../texts/use-texts.js';

/** Where the money is; and if it came back, why and what to do. */
export function Payments({ payments }: Pick<CaseView, 'payments'>) {
  const { t, tell } = useTexts();
  if (payments.length === 0) return null;
  return (
    <section>
      <h2>{t('payment.title')}</h2>
      <ul className="cards">
        {payments.map(({ reference, amountFen, state, bankName, remark, settledAt, preparedAt, returnedReason }) => (
          <li key={reference} className="card">
            <strong>{t('case.yuan', { amount: yuanText(amountFen) })}</strong>
            <span>
              <span className="tag">{tell(state)}</span> {bankName} · {remark}
            </span>
            <small>
              <Moment at={settledAt ?? preparedAt} />
            </small>
            {returnedReason && (
              <p>
                {t('payment.returned', { reason: tell(returnedReason) })} {t('payment.returnedHint')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
