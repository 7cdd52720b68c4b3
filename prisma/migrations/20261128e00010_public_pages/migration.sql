-- What is on notice in a village, and what was announced, paid and reviewed in a year.
CREATE INDEX "Case_areaCode_idx" ON "Case"("areaCode");
CREATE INDEX "PublicationEntry_closedAt_idx" ON "PublicationEntry"("closedAt");
CREATE INDEX "Payment_state_settledAt_idx" ON "Payment"("state", "settledAt");
CREATE INDEX "Review_closedAt_idx" ON "Review"("closedAt");
