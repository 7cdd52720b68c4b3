-- Versions of programmes that a county edits: one official brings them in, another puts them into force.
CREATE TABLE "ProgrammeDraft" (
    "id" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "importedById" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "agreed" BOOLEAN,
    CONSTRAINT "ProgrammeDraft_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ProgrammeDraft_countyCode_id_idx" ON "ProgrammeDraft"("countyCode", "id");
CREATE UNIQUE INDEX "ProgrammeDraft_one_waits" ON "ProgrammeDraft"("countyCode", "code") WHERE "decidedAt" IS NULL;
-- Last year's cases of a programme, for a dry run.
CREATE INDEX "Case_countyCode_programmeCode_caseNo_idx" ON "Case"("countyCode", "programmeCode", "caseNo");
