import type { Handlers } from '../handler.js';
import { archiveHandlers } from './archives.js';
import { auditHandlers } from './audit-handlers.js';
import { addPaper } from './add-paper.js';
import { beginRenovation } from './begin-renovation.js';
import { bookReceipt } from './book-receipt.js';
import { chooseIdentity } from './choose-identity.js';
import { claimTask } from './claim-task.js';
import { countyPolicyHandlers } from './county-policies.js';
import { staffHandlers } from './staff.js';
import { createAllotment } from './create-allotment.js';
import { createApplication } from './create-application.js';
import { createFund } from './create-fund.js';
import { decideTask } from './decide-task.js';
import { enterPlots } from './enter-plots.js';
import { enterSite } from './enter-site.js';
import { exportSites } from './export-sites.js';
import { listPlots } from './list-plots.js';
import { listSites } from './list-sites.js';
import { enterHouse } from './enter-house.js';
import { exportHouses } from './export-houses.js';
import { createAsset } from './create-asset.js';
import { listAssets } from './list-assets.js';
import { enterIncome } from './enter-income.js';
import { makeDividend } from './make-dividend.js';
import { listDividends } from './list-dividends.js';
import { getDividend } from './get-dividend.js';
import { listDividendParts } from './list-dividend-parts.js';
import { approveDividend } from './approve-dividend.js';
import { dryRunProgramme } from './dry-run-programme.js';
import { exportProgrammes } from './export-programmes.js';
import { importProgrammes } from './import-programmes.js';
import { listProgrammeDrafts } from './list-programme-drafts.js';
import { listProgrammeVersions } from './list-programme-versions.js';
import { previewProgramme } from './preview-programme.js';
import { signProgramme } from './sign-programme.js';
import { changeLoan } from './change-loan.js';
import { endEntitlement } from './end-entitlement.js';
import { getLoan } from './get-loan.js';
import { getEntitlement } from './get-entitlement.js';
import { listEntitlementRuns } from './list-entitlement-runs.js';
import { listEntitlements } from './list-entitlements.js';
import { enterHousehold } from './enter-household.js';
import { exportPayeeSchedule } from './export-payee-schedule.js';
import { exportReconciliation } from './export-reconciliation.js';
import { getApplication } from './get-application.js';
import { getCalendar } from './get-calendar.js';
import { getCase } from './get-case.js';
import { getDiscrepancy } from './get-discrepancy.js';
import { getFund } from './get-fund.js';
import { getHealth } from './get-health.js';
import { getHousehold } from './get-household.js';
import { getNotice } from './get-notice.js';
import { getObjection } from './get-objection.js';
import { getPaper } from './get-paper.js';
import { getUpload } from './get-upload.js';
import { sendPart } from './send-part.js';
import { getPayeeSchedule } from './get-payee-schedule.js';
import { getPaymentBatch } from './get-payment-batch.js';
import { getPayment } from './get-payment.js';
import { getProgramme } from './get-programme.js';
import { getProgrammeDraft } from './get-programme-draft.js';
import { getReadiness } from './get-readiness.js';
import { getReconciliation } from './get-reconciliation.js';
import { getRecovery } from './get-recovery.js';
import { getSession } from './get-session.js';
import { getTask } from './get-task.js';
import { getTimeline } from './get-timeline.js';
import { desk } from './desk.js';
import { householdSteps } from './household-steps.js';
import { payees } from './payees.js';
import { importRegister } from './import-register.js';
import { liftHold } from './lift-hold.js';
import { listAllotments } from './list-allotments.js';
import { listApplications } from './list-applications.js';
import { listDiscrepancies } from './list-discrepancies.js';
import { listFunds } from './list-funds.js';
import { listHolds } from './list-holds.js';
import { listHouses } from './list-houses.js';
import { listLedgerEntries } from './list-ledger-entries.js';
import { bundleHandlers } from './bundles.js';
import { listOpenRoutes } from './list-open-routes.js';
import { switchRoute } from './switch-route.js';
import { listNoticeEntries } from './list-notice-entries.js';
import { listNotices } from './list-notices.js';
import { listOutbox } from './list-outbox.js';
import { listPayeeSchedules } from './list-payee-schedules.js';
import { listPaymentsOnTheirWay } from './list-payments-on-their-way.js';
import { listPaymentBatches } from './list-payment-batches.js';
import { listPayments } from './list-payments.js';
import { listProgrammes } from './list-programmes.js';
import { listReconciliations } from './list-reconciliations.js';
import { listRecoveries } from './list-recoveries.js';
import { listTasks } from './list-tasks.js';
import { makePayeeSchedule } from './make-payee-schedule.js';
import { listUnpaidCommitments } from './list-unpaid-commitments.js';
import { listYearEnds } from './list-year-ends.js';
import { objectToNotice } from './object-to-notice.js';
import { placeHold } from './place-hold.js';
import { proposeRecovery } from './propose-recovery.js';
import { proposeSetOff } from './propose-set-off.js';
import { proposeYearEnd } from './propose-year-end.js';
import { reduceAllotment } from './reduce-allotment.js';
import { releaseTask } from './release-task.js';
import { removePaper } from './remove-paper.js';
import { reportHouseholdChange } from './report-household-change.js';
import { reviewPayeeSchedule } from './review-payee-schedule.js';
import { saveApplication } from './save-application.js';
import { saveCalendarDay } from './save-calendar-day.js';
import { sendCode } from './send-code.js';
import { sendPaymentBatch } from './send-payment-batch.js';
import { settleDiscrepancy } from './settle-discrepancy.js';
import { signInHousehold } from './sign-in-household.js';
import { signInOfficial } from './sign-in-official.js';
import { signOut } from './sign-out.js';
import { signPayeeSchedule } from './sign-payee-schedule.js';
import { signReconciliation } from './sign-reconciliation.js';
import { signRecovery } from './sign-recovery.js';
import { signLoanChange } from './sign-loan-change.js';
import { signSetOff } from './sign-set-off.js';
import { signTask } from './sign-task.js';
import { signYearEnd } from './sign-year-end.js';
import { withdrawSetOff } from './withdraw-set-off.js';
import { submitApplication } from './submit-application.js';

/** The handler of every row of the table. */
export const handlers: Handlers = {
  ...archiveHandlers,
  ...staffHandlers,
  ...countyPolicyHandlers,
  ...householdSteps,
  ...payees,
  sendCode,
  signInHousehold,
  signInOfficial,
  getSession,
  chooseIdentity,
  signOut,
  listProgrammes,
  getProgramme,
  getHousehold,
  createApplication,
  listApplications,
  getApplication,
  saveApplication,
  dryRunProgramme,
  exportProgrammes,
  getProgrammeDraft,
  importProgrammes,
  listProgrammeDrafts,
  listProgrammeVersions,
  previewProgramme,
  signProgramme,
  addPaper,
  removePaper,
  getPaper,
  getUpload,
  sendPart,
  submitApplication,
  listTasks,
  getTask,
  claimTask,
  releaseTask,
  decideTask,
  signTask,
  getCase,
  getTimeline,
  listPayments,
  getPayment,
  makePayeeSchedule,
  listPayeeSchedules,
  getPayeeSchedule,
  enterHousehold,
  listEntitlements,
  getEntitlement,
  listEntitlementRuns,
  endEntitlement,
  changeLoan,
  signLoanChange,
  getLoan,
  createAsset,
  listAssets,
  enterIncome,
  makeDividend,
  listDividends,
  getDividend,
  listDividendParts,
  approveDividend,
  exportPayeeSchedule,
  reviewPayeeSchedule,
  signPayeeSchedule,
  listPaymentBatches,
  getPaymentBatch,
  sendPaymentBatch,
  listFunds,
  getFund,
  createFund,
  createAllotment,
  reduceAllotment,
  listAllotments,
  listLedgerEntries,
  listYearEnds,
  listUnpaidCommitments,
  listPaymentsOnTheirWay,
  proposeYearEnd,
  signYearEnd,
  placeHold,
  listHolds,
  liftHold,
  proposeRecovery,
  signRecovery,
  proposeSetOff,
  signSetOff,
  withdrawSetOff,
  bookReceipt,
  getRecovery,
  listRecoveries,
  listReconciliations,
  getReconciliation,
  exportReconciliation,
  signReconciliation,
  listDiscrepancies,
  getDiscrepancy,
  settleDiscrepancy,
  listNotices,
  ...bundleHandlers,
  ...desk,
  listOpenRoutes,
  switchRoute,
  getNotice,
  listNoticeEntries,
  objectToNotice,
  getObjection,
  reportHouseholdChange,
  getCalendar,
  saveCalendarDay,
  importRegister,
  enterHouse,
  beginRenovation,
  listHouses,
  exportHouses,
  enterSite,
  enterPlots,
  listSites,
  listPlots,
  exportSites,
  ...auditHandlers,
  listOutbox,
  getHealth,
  getReadiness,
};
