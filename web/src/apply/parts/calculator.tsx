import { useState } from 'react';
import type { StandardFacts } from '../../../../domain/rules/household-standard.js';
import { parseQuantity } from '../../../../domain/rules/quantities.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { unreadable } from '../../../../domain/texts/how-to-write.js';
import { loanFaults, loanRead, NO_LOAN, rateWritten } from '../draft/loan.js';
import { useTexts } from '../texts/use-texts.js';
import { HouseholdFields } from './household-fields.js';
import { LoanFields } from './loan-fields.js';
import { QuantityField } from './quantity-field.js';
import { Worth } from './worth.js';

interface Shown {
  readonly guide: ProgrammeGuide;
}

/** How much it would be, by the published standard and the rule that the case itself is counted with. */
export function Calculator({ guide }: Shown) {
  const { t } = useTexts();
  const isDecided = guide.standard.kind === 'discretionary';
  return (
    <section className="calculator">
      <h2>{t(isDecided ? 'programme.howMuch' : 'programme.calculator')}</h2>
      {isDecided ? (
        <Worth standard={guide.standard} facts={undefined} />
      ) : guide.loan ? (
        <OfLoan guide={guide} rule={guide.loan} />
      ) : (
        <OfQuantity guide={guide} />
      )}
    </section>
  );
}

function OfQuantity({ guide: { measure, standard } }: Shown) {
  const { tell } = useTexts();
  const [text, setText] = useState('');
  const [facts, setFacts] = useState<StandardFacts>({ group: 'lowIncome', persons: 3 });
  const fault = unreadable(measure, text);
  return (
    <>
      <QuantityField {...{ measure, text }} onChange={setText} error={fault && tell(fault)} />
      <HouseholdFields standard={standard} facts={facts} onChange={setFacts} />
      <output aria-live="polite">
        <Worth standard={standard} facts={facts} quantity={parseQuantity(text, measure.scale)} />
      </output>
    </>
  );
}

/** Of interest, what the contract says is written, as in the application. */
function OfLoan({ guide: { standard }, rule }: Shown & { readonly rule: NonNullable<ProgrammeGuide['loan']> }) {
  const { tell } = useTexts();
  const rate = standard.kind === 'interest' ? rateWritten(standard.basisPoints) : '';
  const [written, setWritten] = useState({ ...NO_LOAN, rate });
  const [facts, setFacts] = useState<StandardFacts>({ group: 'lowIncome', persons: 3 });
  const faults = loanFaults(written, rule);
  const errorOf = (field: string) => faults.filter(({ id }) => id === field).map(tell)[0];
  return (
    <>
      <LoanFields loan={written} error={errorOf} onChange={(part) => setWritten((now) => ({ ...now, ...part }))} />
      <HouseholdFields standard={standard} facts={facts} onChange={setFacts} />
      <output aria-live="polite">
        {faults.length === 0 && <Worth standard={standard} facts={facts} loan={loanRead(written)} />}
      </output>
    </>
  );
}
