-- 抵扣: what is owed under a claim is kept back of later payments to the household.
ALTER TYPE "LedgerTransactionKind" ADD VALUE 'setOff';
CREATE TYPE "SetOffState" AS ENUM ('proposed', 'inForce', 'withdrawn');

CREATE TABLE "SetOffOrder" (
    "caseNo" TEXT NOT NULL,
    "state" "SetOffState" NOT NULL,
    "wordsId" TEXT NOT NULL,
    "orderedById" TEXT NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL,
    "signedById" TEXT,
    "signedAt" TIMESTAMPTZ(3),
    "withdrawnById" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawalWordsId" TEXT,

    CONSTRAINT "SetOffOrder_pkey" PRIMARY KEY ("caseNo")
);
CREATE INDEX "SetOffOrder_state_orderedAt_caseNo_idx" ON "SetOffOrder"("state", "orderedAt", "caseNo");
ALTER TABLE "SetOffOrder" ADD CONSTRAINT "SetOffOrder_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Recovery"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SetOffOrder" ADD CONSTRAINT "SetOffOrder_two_people"
  CHECK ("state" = 'proposed' OR ("signedById" IS NOT NULL AND "signedById" <> "orderedById"));
ALTER TABLE "SetOffOrder" ADD CONSTRAINT "SetOffOrder_withdrawn"
  CHECK (("state" = 'withdrawn') = ("withdrawnById" IS NOT NULL));

-- What is set off comes in by itself; whatever else comes back, somebody took in.
ALTER TABLE "RecoveryReceipt" ALTER COLUMN "byId" DROP NOT NULL;
ALTER TABLE "RecoveryReceipt" ADD CONSTRAINT "RecoveryReceipt_taken_in" CHECK (("setOffAgainst" IS NULL) = ("byId" IS NOT NULL));
CREATE INDEX "RecoveryReceipt_setOffAgainst_idx" ON "RecoveryReceipt"("setOffAgainst");
