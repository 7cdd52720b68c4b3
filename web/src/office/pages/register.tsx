import { EnterHousehold } from '../register/enter-household.js';
import { ImportRegister } from '../register/import-register.js';
import { ReportChange } from '../register/report-change.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** What is entered into the register: changes in households, households for relief, the register itself as a file. */
export function RegisterPage() {
  const { t } = useTexts();
  useTitle(t('rooms.register'));
  return (
    <>
      <h1>{t('rooms.register')}</h1>
      <p>{t('register.lead')}</p>
      <ReportChange />
      <EnterHousehold />
      <ImportRegister />
    </>
  );
}
