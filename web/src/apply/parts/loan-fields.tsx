import { TextField } from '../../common/form/field.js';
import type { LoanField, LoanWritten } from '../draft/loan.js';
import { useTexts } from '../texts/use-texts.js';

export const LOAN_FIELDS = ['principal', 'from', 'until', 'rate'] as const satisfies readonly LoanField[];

interface Asked {
  readonly loan: LoanWritten;
  readonly error: (field: LoanField) => string | undefined;
  readonly onChange: (part: Partial<LoanWritten>) => void;
}

/** 借款合同: what was borrowed, from when until when, at which rate. */
export function LoanFields({ loan, error, onChange }: Asked) {
  const { t } = useTexts();
  return LOAN_FIELDS.map((name) => (
    <TextField
      key={name}
      id={name}
      label={t(`loan.${name}`)}
      error={error(name)}
      value={loan[name]}
      {...(name === 'from' || name === 'until'
        ? { type: 'date' as const }
        : { inputMode: 'decimal' as const, autoComplete: 'off' })}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  ));
}
