import type { payeeRoutes } from '../../domain/routes/payees.js';
import type { Handlers } from '../handler.js';
import { changePayeeAccount } from './change-payee-account.js';
import { choosePayee } from './choose-payee.js';
import { closePayee } from './close-payee.js';
import { consentToPayee } from './consent-to-payee.js';
import { enterPayee } from './enter-payee.js';
import { listCollectives } from './list-collectives.js';
import { listPayees } from './list-payees.js';
import { listPayeesOfApplication } from './list-payees-of-application.js';
import { signPayeeAccount } from './sign-payee-account.js';

/** The register of payees, and whom of it a case pays. */
export const payees: Pick<Handlers, keyof typeof payeeRoutes> = {
  enterPayee,
  changePayeeAccount,
  signPayeeAccount,
  closePayee,
  listPayees,
  listPayeesOfApplication,
  listCollectives,
  choosePayee,
  consentToPayee,
};
