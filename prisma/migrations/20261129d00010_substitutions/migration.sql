-- CreateTable
CREATE TABLE "Substitution" (
    "id" TEXT NOT NULL,
    "absentId" TEXT NOT NULL,
    "substituteId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "namedById" TEXT NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedById" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Substitution_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Substitution_substituteId_untilDay_idx" ON "Substitution"("substituteId", "untilDay");

-- CreateIndex
CREATE INDEX "Substitution_absentId_untilDay_idx" ON "Substitution"("absentId", "untilDay");

-- CreateIndex
CREATE INDEX "Substitution_namedAt_id_idx" ON "Substitution"("namedAt", "id");

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_absentId_fkey" FOREIGN KEY ("absentId") REFERENCES "Official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_substituteId_fkey" FOREIGN KEY ("substituteId") REFERENCES "Official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
