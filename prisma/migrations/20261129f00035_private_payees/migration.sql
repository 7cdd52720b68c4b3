-- 出租人为自然人: a lessor may be a private person; name and ID number are sealed under the county's key, `name` is masked then.
ALTER TABLE "Payee" ALTER COLUMN "creditCode" DROP NOT NULL;
ALTER TABLE "Payee" ADD COLUMN "nameSealed" BYTEA;
ALTER TABLE "Payee" ADD COLUMN "idNumberSealed" BYTEA;
ALTER TABLE "Payee" ADD COLUMN "idNumberHash" TEXT;
CREATE UNIQUE INDEX "Payee_countyCode_kind_idNumberHash_key" ON "Payee"("countyCode", "kind", "idNumberHash");
ALTER TABLE "Payee" ADD CONSTRAINT "Payee_unit_or_person" CHECK (
  ("creditCode" IS NULL) <> ("idNumberHash" IS NULL)
  AND ("idNumberHash" IS NULL) = ("idNumberSealed" IS NULL) AND ("idNumberHash" IS NULL) = ("nameSealed" IS NULL)
);
