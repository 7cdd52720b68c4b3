import { yuanText } from '../../../../domain/rules/fen.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { Moment } from './moment.js';
import { useTexts } from '../texts/use-texts.js';

/** Where the money is; and if it came back, why and what to do. */
export function Payments({ view: { payments, setOffs } }: { readonly view: CaseView }) {
  const { t, tell } = useTexts();
  if (payments.length === 0) return null;
  return (
    <section>
      <h2>{t('payment.title')}</h2>
      <ul className="cards">
        {payments.map(
          ({ reference, amountFen, state, bankName, remark, settledAt, preparedAt, paidTo, returnedReason }) => (
            <li key={reference} className="card">
              <strong>{t('case.yuan', { amount: yuanText(amountFen) })}</strong>
              <span>
                <span className="tag">{tell(state)}</span> {paidTo?.name ?? bankName} · {remark}
              </span>
              <small>
                <Moment at={settledAt ?? preparedAt} />
              </small>
              {setOffs
                .filter((setOff) => setOff.reference === reference)
                .map((setOff) => (
                  <p key={setOff.claim}>
                    {t('payment.setOff', { amount: yuanText(setOff.amountFen), claim: setOff.claim })}
                  </p>
                ))}
              {returnedReason && (
                <p>
                  {t('payment.returned', { reason: tell(returnedReason) })} {t('payment.returnedHint')}
                </p>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
