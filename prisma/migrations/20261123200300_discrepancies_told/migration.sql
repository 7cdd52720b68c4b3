-- Whoever is to settle a discrepancy is told of it: many of them in one letter.
ALTER TABLE "Discrepancy" ADD COLUMN "toldAt" TIMESTAMPTZ(3);
CREATE INDEX "Discrepancy_toldAt_idx" ON "Discrepancy"("toldAt");
-- The list of all of them, settled or not.
CREATE INDEX "Discrepancy_foundAt_id_idx" ON "Discrepancy"("foundAt", "id");
