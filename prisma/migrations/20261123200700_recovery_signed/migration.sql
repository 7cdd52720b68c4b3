-- A claim is proposed by one official and in force when another has signed it.
CREATE TYPE "RecoveryState" AS ENUM ('proposed', 'open', 'settled');
ALTER TABLE "Recovery" ADD COLUMN     "state" "RecoveryState" NOT NULL DEFAULT 'open',
ADD COLUMN     "signedById" TEXT,
ADD COLUMN     "signedAt" TIMESTAMPTZ(3),
ADD COLUMN     "wordsId" TEXT;

ALTER TABLE "Recovery" ADD CONSTRAINT "Recovery_positive" CHECK ("amountFen" > 0);
ALTER TABLE "Recovery" ADD CONSTRAINT "Recovery_two_people"
  CHECK ("openedById" IS NULL OR "state" = 'proposed' OR ("signedById" IS NOT NULL AND "signedById" <> "openedById"));
ALTER TABLE "Recovery" ADD CONSTRAINT "Recovery_settled" CHECK (("state" = 'settled') = ("closedAt" IS NOT NULL));

CREATE INDEX "Recovery_openedAt_caseNo_idx" ON "Recovery"("openedAt", "caseNo");
CREATE INDEX "Recovery_state_openedAt_caseNo_idx" ON "Recovery"("state", "openedAt", "caseNo");
