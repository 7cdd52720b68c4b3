-- 收款单位: who is paid in place of a household, where a programme says so.
CREATE TYPE "PayeeKind" AS ENUM ('school', 'insurer', 'lessor', 'contractor', 'collective');
CREATE TYPE "PayeeAccountState" AS ENUM ('proposed', 'current', 'replaced', 'refused');

CREATE TABLE "Payee" (
  "id" TEXT NOT NULL,
  "countyCode" TEXT NOT NULL,
  "areaCode" TEXT NOT NULL,
  "kind" "PayeeKind" NOT NULL,
  "name" TEXT NOT NULL,
  "creditCode" CHAR(18) NOT NULL,
  "programmes" TEXT[],
  "enteredById" TEXT NOT NULL,
  "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "closedById" TEXT,
  "closedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Payee_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Payee_countyCode_kind_creditCode_key" ON "Payee"("countyCode", "kind", "creditCode");
CREATE INDEX "Payee_countyCode_enteredAt_id_idx" ON "Payee"("countyCode", "enteredAt", "id");

CREATE TABLE "PayeeAccount" (
  "id" TEXT NOT NULL,
  "payeeId" TEXT NOT NULL,
  "bankName" TEXT NOT NULL,
  "numberSealed" BYTEA NOT NULL,
  "numberHash" TEXT NOT NULL,
  "state" "PayeeAccountState" NOT NULL DEFAULT 'proposed',
  "enteredById" TEXT NOT NULL,
  "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "decidedById" TEXT,
  "decidedAt" TIMESTAMPTZ(3),
  CONSTRAINT "PayeeAccount_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PayeeAccount_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Payee"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "PayeeAccount_two_people" CHECK ("decidedById" <> "enteredById")
);
CREATE INDEX "PayeeAccount_payeeId_state_idx" ON "PayeeAccount"("payeeId", "state");
CREATE INDEX "PayeeAccount_numberHash_idx" ON "PayeeAccount"("numberHash");
CREATE UNIQUE INDEX "PayeeAccount_one_current" ON "PayeeAccount" ("payeeId") WHERE "state" = 'current';
CREATE UNIQUE INDEX "PayeeAccount_one_proposed" ON "PayeeAccount" ("payeeId") WHERE "state" = 'proposed';

CREATE TABLE "PayeeChoice" (
  "id" TEXT NOT NULL,
  "caseNo" TEXT NOT NULL,
  "payeeId" TEXT,
  "agreementId" TEXT,
  "chosenById" TEXT NOT NULL,
  "byHousehold" BOOLEAN NOT NULL,
  "chosenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "PayeeChoice_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PayeeChoice_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "PayeeChoice_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Payee"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "PayeeChoice_caseNo_chosenAt_idx" ON "PayeeChoice"("caseNo", "chosenAt");
CREATE TRIGGER payee_choice_append_only BEFORE UPDATE OR DELETE ON "PayeeChoice" FOR EACH ROW EXECUTE FUNCTION append_only();
