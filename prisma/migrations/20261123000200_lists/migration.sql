-- CreateIndex
CREATE INDEX "Publication_countyCode_publishedAt_no_idx" ON "Publication"("countyCode", "publishedAt", "no");

-- CreateIndex
CREATE INDEX "Publication_publishedAt_no_idx" ON "Publication"("publishedAt", "no");

-- CreateIndex
CREATE INDEX "Payment_preparedAt_reference_idx" ON "Payment"("preparedAt", "reference");

-- CreateIndex
CREATE INDEX "Payment_state_preparedAt_reference_idx" ON "Payment"("state", "preparedAt", "reference");

-- CreateIndex
CREATE INDEX "OutboxMessage_createdAt_id_idx" ON "OutboxMessage"("createdAt", "id");

-- Whoever tells all open cases of something goes through them by their number.
CREATE INDEX "Case_running" ON "Case" ("caseNo") WHERE "running";
CREATE INDEX "Review_open" ON "Review" ("caseNo") WHERE "closedAt" IS NULL;
