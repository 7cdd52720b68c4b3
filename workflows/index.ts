export { directProject } from './direct-project.js';
export { paymentBatch } from './payment-batch.js';
export { returnedPayment } from './returned-payment.js';
export { renovation } from './renovation.js';
export { entitlement } from './entitlement.js';
export { entitlementRun } from './entitlement-run.js';
export { relief } from './relief.js';
export { performanceReview } from './review.js';
