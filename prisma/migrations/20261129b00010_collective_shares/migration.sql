-- 村集体份额: a case that pays the collective's share of a dividend is the collective's, of no household.
ALTER TABLE "Case" ALTER COLUMN "householdId" DROP NOT NULL;
ALTER TABLE "Case" ADD COLUMN "payeeId" TEXT;
ALTER TABLE "Case" ADD CONSTRAINT "Case_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Payee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Case" ADD CONSTRAINT "Case_of_one" CHECK (("householdId" IS NULL) <> ("payeeId" IS NULL));
-- A share is handed on once.
CREATE UNIQUE INDEX "Case_payeeId_period_key" ON "Case"("payeeId", "period");

ALTER TABLE "Dividend" ADD COLUMN "collectiveId" TEXT;
ALTER TABLE "Dividend" ADD CONSTRAINT "Dividend_collectiveId_fkey" FOREIGN KEY ("collectiveId") REFERENCES "Payee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was written in such a case lies under its county's key.
ALTER TABLE "Words" ALTER COLUMN "householdId" DROP NOT NULL;
