-- Payee schedules, payment batches with their files, the bank's words line by line, holds, claims, year's end.

CREATE TYPE "ScheduleState" AS ENUM ('making', 'made', 'countersigning', 'reviewing', 'reviewed', 'cancelled');
CREATE TYPE "ScheduleLineState" AS ENUM ('asked', 'ordered', 'refused', 'decided', 'passed', 'returned');
CREATE TYPE "BatchState" AS ENUM ('open', 'filled', 'sent', 'taken', 'settled', 'givenUp', 'empty');
CREATE TYPE "BankFileKind" AS ENUM ('orders', 'results', 'statement', 'unreadable');
CREATE TYPE "WordEffect" AS ENUM ('posted', 'known', 'overtaken', 'wrongAmount', 'foreign', 'neverSent', 'contradicts');
CREATE TYPE "DiscrepancyKind" AS ENUM ('missingAtBank', 'missingHere', 'amountDiffers', 'foreign', 'contradicts', 'unreadableFile', 'silent');
CREATE TYPE "HoldKind" AS ENUM ('case', 'household', 'account', 'batch');
CREATE TYPE "RecoveryCause" AS ENUM ('notUsed', 'falseClaim', 'notEligible', 'paidTwice');
CREATE TYPE "YearEndDecision" AS ENUM ('carryOver', 'lapse');

ALTER TABLE "Case" ADD COLUMN     "reopenedAt" TIMESTAMPTZ(3);

ALTER TABLE "Payment" ADD COLUMN     "batchNo" TEXT,
ADD COLUMN     "instalment" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "replaces" TEXT,
ADD COLUMN     "scheduleNo" TEXT,
ADD COLUMN     "thirdById" TEXT,
ADD COLUMN     "untold" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Recovery" ADD COLUMN     "cause" "RecoveryCause" NOT NULL DEFAULT 'notUsed',
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "openedById" TEXT;

CREATE TABLE "PayeeSchedule" (
    "no" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "state" "ScheduleState" NOT NULL,
    "madeById" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "orders" INTEGER,
    "sumFen" BIGINT,
    "digest" TEXT,
    "reviewedById" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "thirdById" TEXT,
    "thirdAt" TIMESTAMPTZ(3),
    "review" JSONB,

    CONSTRAINT "PayeeSchedule_pkey" PRIMARY KEY ("no")
);

CREATE TABLE "PayeeScheduleLine" (
    "scheduleNo" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "state" "ScheduleLineState" NOT NULL,
    "reference" TEXT,
    "refusalCode" TEXT,

    CONSTRAINT "PayeeScheduleLine_pkey" PRIMARY KEY ("scheduleNo","caseNo")
);

CREATE TABLE "PaymentBatch" (
    "no" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "state" "BatchState" NOT NULL DEFAULT 'open',
    "orders" INTEGER,
    "sumFen" BIGINT,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "takenAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentBatch_pkey" PRIMARY KEY ("no")
);

CREATE TABLE "BankFile" (
    "id" TEXT NOT NULL,
    "kind" "BankFileKind" NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "contentSealed" BYTEA NOT NULL,
    "countyCode" TEXT NOT NULL DEFAULT '',
    "date" CHAR(10),
    "batchNo" TEXT,
    "lines" INTEGER NOT NULL,
    "sumFen" BIGINT NOT NULL,
    "posted" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BankFile_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BankReportLine" (
    "fileId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "orderRef" TEXT,
    "amountFen" BIGINT NOT NULL,
    "said" TEXT NOT NULL,
    "reasonCode" TEXT,
    "bookedAt" TIMESTAMPTZ(3) NOT NULL,
    "effect" "WordEffect" NOT NULL,

    CONSTRAINT "BankReportLine_pkey" PRIMARY KEY ("fileId","line")
);

CREATE TABLE "Discrepancy" (
    "id" TEXT NOT NULL,
    "kind" "DiscrepancyKind" NOT NULL,
    "cause" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "reference" TEXT,
    "batchNo" TEXT,
    "fileId" TEXT,
    "ourFen" BIGINT,
    "bankFen" BIGINT,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledById" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "settlement" TEXT,

    CONSTRAINT "Discrepancy_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Hold" (
    "id" TEXT NOT NULL,
    "kind" "HoldKind" NOT NULL,
    "subject" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedById" TEXT,
    "liftedAt" TIMESTAMPTZ(3),
    "liftNote" TEXT,

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Reconciliation" (
    "countyCode" TEXT NOT NULL,
    "date" CHAR(10) NOT NULL,
    "matched" INTEGER NOT NULL,
    "matchedFen" BIGINT NOT NULL,
    "missingAtBank" INTEGER NOT NULL,
    "missingHere" INTEGER NOT NULL,
    "amountDiffers" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signedById" TEXT,
    "signedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reconciliation_pkey" PRIMARY KEY ("countyCode","date")
);

CREATE TABLE "PaymentReturn" (
    "reference" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "returnedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentReturn_pkey" PRIMARY KEY ("reference")
);

CREATE TABLE "RecoveryReceipt" (
    "id" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "setOffAgainst" TEXT,
    "voucherNo" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecoveryReceipt_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "YearEndClose" (
    "fundId" TEXT NOT NULL,
    "blockedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blockedById" TEXT,
    "decision" "YearEndDecision",
    "documentNo" TEXT,
    "decidedById" TEXT,
    "cosignedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "carriedTo" TEXT,

    CONSTRAINT "YearEndClose_pkey" PRIMARY KEY ("fundId")
);

CREATE INDEX "PayeeSchedule_countyCode_madeAt_no_idx" ON "PayeeSchedule"("countyCode", "madeAt", "no");
CREATE INDEX "PayeeSchedule_state_idx" ON "PayeeSchedule"("state");
CREATE INDEX "PayeeScheduleLine_caseNo_idx" ON "PayeeScheduleLine"("caseNo");
CREATE INDEX "PayeeScheduleLine_state_scheduleNo_idx" ON "PayeeScheduleLine"("state", "scheduleNo");
CREATE INDEX "PaymentBatch_countyCode_createdAt_no_idx" ON "PaymentBatch"("countyCode", "createdAt", "no");
CREATE INDEX "PaymentBatch_startedAt_idx" ON "PaymentBatch"("startedAt");
CREATE INDEX "BankFile_batchNo_idx" ON "BankFile"("batchNo");
CREATE INDEX "BankFile_kind_name_idx" ON "BankFile"("kind", "name");
CREATE INDEX "BankFile_kind_date_idx" ON "BankFile"("kind", "date");
CREATE UNIQUE INDEX "BankFile_kind_sha256_key" ON "BankFile"("kind", "sha256");
CREATE INDEX "BankReportLine_orderRef_idx" ON "BankReportLine"("orderRef");
CREATE UNIQUE INDEX "Discrepancy_cause_key" ON "Discrepancy"("cause");
CREATE INDEX "Discrepancy_countyCode_settledAt_foundAt_id_idx" ON "Discrepancy"("countyCode", "settledAt", "foundAt", "id");
CREATE INDEX "Discrepancy_reference_idx" ON "Discrepancy"("reference");
CREATE INDEX "Hold_kind_subject_liftedAt_idx" ON "Hold"("kind", "subject", "liftedAt");
CREATE INDEX "Hold_countyCode_liftedAt_at_id_idx" ON "Hold"("countyCode", "liftedAt", "at", "id");
CREATE INDEX "PaymentReturn_startedAt_idx" ON "PaymentReturn"("startedAt");
CREATE UNIQUE INDEX "RecoveryReceipt_caseNo_voucherNo_key" ON "RecoveryReceipt"("caseNo", "voucherNo");
CREATE UNIQUE INDEX "Payment_replaces_key" ON "Payment"("replaces");
CREATE INDEX "Payment_batchNo_reference_idx" ON "Payment"("batchNo", "reference");
CREATE INDEX "Payment_scheduleNo_idx" ON "Payment"("scheduleNo");

ALTER TABLE "Payment" ADD CONSTRAINT "Payment_scheduleNo_fkey" FOREIGN KEY ("scheduleNo") REFERENCES "PayeeSchedule"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_batchNo_fkey" FOREIGN KEY ("batchNo") REFERENCES "PaymentBatch"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PayeeScheduleLine" ADD CONSTRAINT "PayeeScheduleLine_scheduleNo_fkey" FOREIGN KEY ("scheduleNo") REFERENCES "PayeeSchedule"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PayeeScheduleLine" ADD CONSTRAINT "PayeeScheduleLine_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BankFile" ADD CONSTRAINT "BankFile_batchNo_fkey" FOREIGN KEY ("batchNo") REFERENCES "PaymentBatch"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BankReportLine" ADD CONSTRAINT "BankReportLine_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "BankFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BankReportLine" ADD CONSTRAINT "BankReportLine_orderRef_fkey" FOREIGN KEY ("orderRef") REFERENCES "Payment"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PaymentReturn" ADD CONSTRAINT "PaymentReturn_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RecoveryReceipt" ADD CONSTRAINT "RecoveryReceipt_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Recovery"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "YearEndClose" ADD CONSTRAINT "YearEndClose_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At most one payment of a case and instalment is alive; what came back and what was replaced is not.
DROP INDEX "Payment_one_alive";
CREATE UNIQUE INDEX "Payment_one_alive" ON "Payment" ("caseNo", "instalment")
  WHERE "state" NOT IN ('returned', 'reissued', 'cancelled');

-- Results that their cases are to be told.
CREATE INDEX "Payment_untold" ON "Payment" ("reference") WHERE "untold";

-- A case that was opened again because its money came back is no second application.
DROP INDEX "Case_one_running";
CREATE UNIQUE INDEX "Case_one_running" ON "Case" ("householdId", "programmeCode", "period")
  WHERE "running" AND "reopenedAt" IS NULL;

-- One open batch per county, one hold of a kind on a subject.
CREATE UNIQUE INDEX "PaymentBatch_one_open" ON "PaymentBatch" ("countyCode") WHERE "state" = 'open';
CREATE UNIQUE INDEX "Hold_one_of_a_kind" ON "Hold" ("kind", "subject", "reasonCode") WHERE "liftedAt" IS NULL;

-- What an order says is never changed: only where it is, and who saw it.
CREATE FUNCTION order_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what payment order % says cannot be changed', OLD."reference";
END $$;
CREATE TRIGGER order_unchanged BEFORE UPDATE ON "Payment" FOR EACH ROW
  WHEN ((NEW."reference", NEW."caseNo", NEW."attempt", NEW."instalment", NEW."amountFen", NEW."accountId", NEW."payeeSealed",
      NEW."bankName", NEW."remark", NEW."documentNo", NEW."accountCode", NEW."preparedById")
    IS DISTINCT FROM (OLD."reference", OLD."caseNo", OLD."attempt", OLD."instalment", OLD."amountFen", OLD."accountId",
      OLD."payeeSealed", OLD."bankName", OLD."remark", OLD."documentNo", OLD."accountCode", OLD."preparedById"))
  EXECUTE FUNCTION order_unchanged();
CREATE TRIGGER order_kept BEFORE DELETE ON "Payment" FOR EACH ROW EXECUTE FUNCTION append_only();

-- The bank's words and files, and what came back under a claim, stay as they came.
CREATE TRIGGER report_line_append_only BEFORE UPDATE OR DELETE ON "BankReportLine"
  FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER bank_file_append_only BEFORE DELETE OR UPDATE OF "kind", "name", "sha256", "contentSealed", "lines", "sumFen", "at"
  ON "BankFile" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER recovery_receipt_append_only BEFORE UPDATE OR DELETE ON "RecoveryReceipt"
  FOR EACH ROW EXECUTE FUNCTION append_only();
ALTER TABLE "RecoveryReceipt" ADD CONSTRAINT "RecoveryReceipt_positive" CHECK ("amountFen" > 0);

-- Accounts of what a fund carried over to the next year, and of what went back to its source.
ALTER TABLE "LedgerAccount" DROP CONSTRAINT "LedgerAccount_of_fund_or_allotment";
ALTER TABLE "LedgerAccount" ADD CONSTRAINT "LedgerAccount_of_fund_or_allotment"
  CHECK (("kind" IN ('source', 'unallotted', 'carriedOver', 'lapsed')) = ("allotmentId" IS NULL));
