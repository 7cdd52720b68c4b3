-- A household that takes its application back before its case has begun; decisions and postings that take too long.
ALTER TYPE "BundleRowState" ADD VALUE 'withdrawn';
ALTER TABLE "BundleRow" ADD COLUMN "withdrawal" JSONB;

ALTER TABLE "Bundle" ADD COLUMN "awaitedSince" TIMESTAMPTZ(3), ADD COLUMN "overdueAt" TIMESTAMPTZ(3);
UPDATE "Bundle" SET "awaitedSince" = CURRENT_TIMESTAMP
WHERE "state" IN ('villageEndorsement', 'townshipEndorsement', 'initialCheck');
CREATE INDEX "Bundle_state_overdueAt_idx" ON "Bundle"("state", "overdueAt");

ALTER TABLE "Publication" ADD COLUMN "postingLateAt" TIMESTAMPTZ(3), ADD COLUMN "takingDownLateAt" TIMESTAMPTZ(3);
