-- 搬迁后续帮扶: a row first, then a workflow started from it.
CREATE TABLE "FollowUp" (
    "caseNo" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "commissionedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("caseNo")
);
CREATE INDEX "FollowUp_startedAt_idx" ON "FollowUp"("startedAt");
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
