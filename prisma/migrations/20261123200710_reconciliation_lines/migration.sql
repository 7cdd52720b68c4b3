-- A day's reconciliation keeps the lines that were compared, and is never changed once it is signed.
CREATE TYPE "ReconciliationFit" AS ENUM ('matched', 'missingAtBank', 'missingHere', 'amountDiffers');

ALTER TABLE "BankFile" ADD COLUMN     "reconciledAt" TIMESTAMPTZ(3);
ALTER TABLE "Reconciliation" ADD COLUMN     "statements" TEXT[] NOT NULL DEFAULT '{}',
ADD COLUMN     "complete" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "ReconciliationLine" (
    "countyCode" TEXT NOT NULL,
    "date" CHAR(10) NOT NULL,
    "line" INTEGER NOT NULL,
    "fit" "ReconciliationFit" NOT NULL,
    "reference" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "ourFen" BIGINT,
    "bankFen" BIGINT,
    "cause" TEXT,

    CONSTRAINT "ReconciliationLine_pkey" PRIMARY KEY ("countyCode","date","line")
);
ALTER TABLE "ReconciliationLine" ADD CONSTRAINT "ReconciliationLine_countyCode_date_fkey"
  FOREIGN KEY ("countyCode", "date") REFERENCES "Reconciliation"("countyCode", "date") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "Reconciliation_date_countyCode_idx" ON "Reconciliation"("date", "countyCode");
CREATE INDEX "ReconciliationLine_countyCode_date_fit_line_idx" ON "ReconciliationLine"("countyCode", "date", "fit", "line");

-- Files of the bank whose days are to be reconciled; what was booked on a day; what was found in a day.
CREATE INDEX "BankFile_to_reconcile" ON "BankFile" ("at", "id")
  WHERE "reconciledAt" IS NULL AND "kind" IN ('results', 'statement');
CREATE INDEX "BankReportLine_booked" ON "BankReportLine" ("bookedAt") WHERE "effect" = 'posted';
CREATE INDEX "Discrepancy_cause_prefix" ON "Discrepancy" ("cause" text_pattern_ops) WHERE "cause" IS NOT NULL;

CREATE FUNCTION reconciliation_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the reconciliation of % on % is signed: what is found later is a discrepancy', OLD."countyCode", OLD."date";
END $$;
CREATE TRIGGER reconciliation_signed BEFORE UPDATE OR DELETE ON "Reconciliation" FOR EACH ROW
  WHEN (OLD."signedAt" IS NOT NULL) EXECUTE FUNCTION reconciliation_signed();

CREATE FUNCTION reconciliation_line_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Reconciliation" r
      WHERE r."countyCode" = OLD."countyCode" AND r."date" = OLD."date" AND r."signedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the reconciliation of % on % is signed', OLD."countyCode", OLD."date";
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER reconciliation_line_signed BEFORE UPDATE OR DELETE ON "ReconciliationLine" FOR EACH ROW
  EXECUTE FUNCTION reconciliation_line_signed();
