-- 贷款变更: one official proposes it, another one signs; then it is a change.
ALTER TABLE "LoanChange" ADD COLUMN "signedById" TEXT, ADD COLUMN "signedForId" TEXT;
ALTER TABLE "LoanChange" ADD CONSTRAINT "LoanChange_two_people" CHECK ("signedById" IS NULL OR "signedById" <> "byId");

CREATE TABLE "LoanProposal" (
    "entitlementNo" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "basisPoints" INTEGER,
    "reason" TEXT,
    "paperId" TEXT,
    "wordsId" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LoanProposal_pkey" PRIMARY KEY ("entitlementNo")
);
CREATE UNIQUE INDEX "LoanProposal_id_key" ON "LoanProposal"("id");
ALTER TABLE "LoanProposal" ADD CONSTRAINT "LoanProposal_entitlementNo_fkey" FOREIGN KEY ("entitlementNo") REFERENCES "Entitlement"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;
