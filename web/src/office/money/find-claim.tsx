import { type SubmitEvent, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { CaseNo } from '../../../../domain/schemas/common.js';
import { TextField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';

/** To the case of which something has to come back. */
export function FindClaim() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [caseNo, setCaseNo] = useState('');
  const [error, setError] = useState<string>();
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const read = CaseNo.safeParse(caseNo.trim());
    setError(read.error?.issues[0]?.message);
    if (read.success) void navigate({ to: '/recoveries/$caseNo', params: { caseNo: read.data } });
  };
  return (
    <form className="act" noValidate onSubmit={go}>
      <TextField
        label={t('holds.caseNo')}
        hint={t('recoveries.findHint')}
        value={caseNo}
        onChange={({ target }) => setCaseNo(target.value)}
        error={error}
      />
      <button type="submit">{t('recoveries.find')}</button>
    </form>
  );
}
