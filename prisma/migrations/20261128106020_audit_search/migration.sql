-- An auditor searches the cases of all years, the newest first, and those in which somebody decided.
CREATE INDEX "Case_submittedAt_caseNo_idx" ON "Case"("submittedAt", "caseNo");
CREATE INDEX "Task_closedById_caseNo_idx" ON "Task"("closedById", "caseNo");
