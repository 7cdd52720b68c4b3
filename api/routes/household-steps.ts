import type { householdStepRoutes } from '../../domain/routes/household-steps.js';
import type { Handlers } from '../handler.js';
import { withdraw } from './withdraw.js';
import { handInCorrection } from './hand-in-correction.js';
import { requestInternalReview } from './request-internal-review.js';
import { declareCompletion } from './declare-completion.js';
import { declareStart } from './declare-start.js';
import { signAgreement } from './sign-agreement.js';
import { declineAgreement } from './decline-agreement.js';
import { declareMovedIn } from './declare-moved-in.js';
import { declareVacated } from './declare-vacated.js';
import { requestExtension } from './request-extension.js';
import { setAccount } from './set-account.js';
import { rateService } from './rate-service.js';
import { reportUse } from './report-use.js';

/** What a household does in its running case, and beside it. */
export const householdSteps: Pick<Handlers, keyof typeof householdStepRoutes> = {
  withdraw,
  handInCorrection,
  requestInternalReview,
  declareCompletion,
  declareStart,
  signAgreement,
  declineAgreement,
  declareMovedIn,
  declareVacated,
  requestExtension,
  setAccount,
  rateService,
  reportUse,
};
