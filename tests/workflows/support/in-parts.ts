import type { Application } from '../../../domain/schemas/application.js';
import type { Outcome } from '../../../domain/schemas/outcome.js';
import { ProjectCase } from '../../../workflows/project-case.js';
import { disbursement } from '../../../workflows/stages/disbursement.js';

export { returnedPayment } from '../../../workflows/returned-payment.js';

/** A subsidy that is paid in two instalments, and nothing else. */
export async function directProject(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);
  const first = Math.floor(file.amountFen / 3);
  const refusal =
    (await disbursement(file, { amountFen: first, instalment: 1 })) ??
    (await disbursement(file, { amountFen: file.amountFen - first, instalment: 2 }));
  return await file.close(refusal ?? { kind: 'completed', amountFen: file.amountFen });
}
