import { yuanText } from '../../../../domain/rules/fen.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { Moment } from './moment.js';
import { useTexts } from '../texts/use-texts.js';

/** What of the money has to come back: how much, why, how far it is, and how it is paid back. */
export function Claim({ recovery }: Pick<CaseView, 'recovery'>) {
  const { t, tell } = useTexts();
  if (!recovery || recovery.state.code === 'proposed') return null;
  const { amountFen, recoveredFen, cause, state, words, setOff, setOffWords, receipts } = recovery;
  const yuan = (fen: number) => t('case.yuan', { amount: yuanText(fen) });
  return (
    <section>
      <h2>{t('claim.title')}</h2>
      <p className={state.code === 'open' ? 'none' : 'good'}>
        <strong>{tell(state)}</strong>{' '}
        {t('claim.sum', { whole: yuan(amountFen), left: yuan(amountFen - recoveredFen) })} {tell(cause)}
      </p>
      {words !== null && <p className="words">{words}</p>}
      {state.code === 'open' && <p>{t('claim.how')}</p>}
      {setOff?.code === 'inForce' && <p>{t('claim.setOff')}</p>}
      {setOffWords !== null && <p className="words">{setOffWords}</p>}
      {receipts.length > 0 && (
        <ul>
          {receipts.map((receipt) => (
            <li key={receipt.voucherNo}>
              <Moment at={receipt.at} /> {yuan(receipt.amountFen)} {receipt.voucherNo}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
