-- How households were served, in five levels; beside the case, and of no effect on it.
CREATE TABLE "ServiceRating" (
  "caseNo" TEXT NOT NULL,
  "countyCode" TEXT NOT NULL,
  "level" INTEGER NOT NULL CHECK ("level" BETWEEN 1 AND 5),
  "wordsId" TEXT,
  "ratedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ServiceRating_pkey" PRIMARY KEY ("caseNo"),
  CONSTRAINT "ServiceRating_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ServiceRating_countyCode_level_idx" ON "ServiceRating"("countyCode", "level");
