-- Versions of a county's policy: one official proposes them, another puts them into force.
CREATE TABLE "PolicyDraft" (
    "id" TEXT NOT NULL,
    "seq" SERIAL NOT NULL,
    "countyCode" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "effectiveFrom" TIMESTAMPTZ(3) NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "agreed" BOOLEAN,
    CONSTRAINT "PolicyDraft_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PolicyDraft_countyCode_seq_idx" ON "PolicyDraft"("countyCode", "seq");
CREATE UNIQUE INDEX "PolicyDraft_one_waits" ON "PolicyDraft"("countyCode") WHERE "decidedAt" IS NULL;
