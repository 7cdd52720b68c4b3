import type { z } from 'zod';
import { applicationRoutes } from './routes/applications.js';
import { countyPolicyRoutes } from './routes/county-policies.js';
import { staffRoutes } from './routes/staff.js';
import { archiveRoutes } from './routes/archives.js';
import { auditFindingRoutes } from './routes/audit-findings.js';
import { auditRoutes } from './routes/audit.js';
import { verificationRoutes } from './routes/verifications.js';
import { bundleRoutes } from './routes/bundles.js';
import { caseRoutes } from './routes/cases.js';
import { deskRoutes } from './routes/desk.js';
import { discrepancyRoutes } from './routes/discrepancies.js';
import { dividendRoutes } from './routes/dividends.js';
import { entitlementRoutes } from './routes/entitlements.js';
import { fundRoutes } from './routes/funds.js';
import { holdRoutes } from './routes/holds.js';
import { houseRoutes } from './routes/houses.js';
import { householdRoutes } from './routes/households.js';
import { householdStepRoutes } from './routes/household-steps.js';
import { jointNoticeRoutes } from './routes/joint-notices.js';
import { noticeRoutes } from './routes/notices.js';
import { officeRoutes } from './routes/office.js';
import { payeeScheduleRoutes } from './routes/payee-schedules.js';
import { payeeRoutes } from './routes/payees.js';
import { paymentBatchRoutes } from './routes/payment-batches.js';
import { programmeVersionRoutes } from './routes/programme-versions.js';
import { programmeRoutes } from './routes/programmes.js';
import { reconciliationRoutes } from './routes/reconciliations.js';
import { recoveryRoutes } from './routes/recoveries.js';
import { resettlementRoutes } from './routes/resettlement.js';
import type { Route } from './routes/route.js';
import { routeSwitchRoutes } from './routes/route-switches.js';
import { sessionRoutes } from './routes/session.js';
import { substitutionRoutes } from './routes/substitutions.js';
import { supervisionRoutes } from './routes/supervision.js';
import { taskRoutes } from './routes/tasks.js';
import { yearEndRoutes } from './routes/year-ends.js';

/** The API as a table. */
export const ROUTES = {
  ...sessionRoutes,
  ...programmeRoutes,
  ...programmeVersionRoutes,
  ...countyPolicyRoutes,
  ...staffRoutes,
  ...applicationRoutes,
  ...routeSwitchRoutes,
  ...householdRoutes,
  ...bundleRoutes,
  ...jointNoticeRoutes,
  ...householdStepRoutes,
  ...taskRoutes,
  ...caseRoutes,
  ...entitlementRoutes,
  ...dividendRoutes,
  ...payeeRoutes,
  ...payeeScheduleRoutes,
  ...paymentBatchRoutes,
  ...fundRoutes,
  ...yearEndRoutes,
  ...holdRoutes,
  ...recoveryRoutes,
  ...reconciliationRoutes,
  ...discrepancyRoutes,
  ...noticeRoutes,
  ...officeRoutes,
  ...deskRoutes,
  ...supervisionRoutes,
  ...substitutionRoutes,
  ...houseRoutes,
  ...resettlementRoutes,
  ...auditRoutes,
  ...auditFindingRoutes,
  ...archiveRoutes,
  ...verificationRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof ROUTES;
export type RouteId = keyof Routes;

type Parsed<R, Part extends string> =
  R extends Readonly<Record<Part, infer S extends z.ZodType>> ? z.output<S> : undefined;

export type Params<Id extends RouteId> = Parsed<Routes[Id], 'params'>;
export type Query<Id extends RouteId> = Parsed<Routes[Id], 'query'>;
export type Body<Id extends RouteId> = Parsed<Routes[Id], 'body'>;

type Answers<Id extends RouteId> = Routes[Id]['answers'];
/** One of the answers that the row names, by status. */
export type Answer<Id extends RouteId> = {
  [Status in keyof Answers<Id>]: Answers<Id>[Status] extends z.ZodType
    ? { readonly status: Status; readonly body: z.input<Answers<Id>[Status]>; readonly location?: string }
    : never;
}[keyof Answers<Id>];
