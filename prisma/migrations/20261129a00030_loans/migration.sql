-- 小额信贷贴息: an entitlement to interest knows its loan, and what has become of it.
ALTER TABLE "Entitlement" ADD COLUMN "loan" JSONB;

CREATE TABLE "LoanChange" (
    "id" TEXT NOT NULL,
    "entitlementNo" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "basisPoints" INTEGER,
    "reason" TEXT,
    "paperId" TEXT,
    "wordsId" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LoanChange_pkey" PRIMARY KEY ("id"),
    -- 展期限非主观原因: with its reason and the paper that proves it.
    CONSTRAINT "LoanChange_extended" CHECK ("kind" <> 'extended' OR ("reason" IS NOT NULL AND "paperId" IS NOT NULL))
);
CREATE INDEX "LoanChange_entitlementNo_at_idx" ON "LoanChange"("entitlementNo", "at");
ALTER TABLE "LoanChange" ADD CONSTRAINT "LoanChange_entitlementNo_fkey" FOREIGN KEY ("entitlementNo") REFERENCES "Entitlement"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER loan_change_append_only BEFORE UPDATE OR DELETE ON "LoanChange" FOR EACH ROW EXECUTE FUNCTION append_only();
