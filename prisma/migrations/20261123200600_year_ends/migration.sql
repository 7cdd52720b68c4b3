-- 年终结转: a decision needs two signatures, leads to the fund of the next year, and stays as it was signed.
ALTER TABLE "YearEndClose" ADD COLUMN "words" TEXT, ADD COLUMN "proposal" JSONB, ADD COLUMN "proposedById" TEXT;
CREATE UNIQUE INDEX "YearEndClose_carriedTo_key" ON "YearEndClose"("carriedTo");
ALTER TABLE "YearEndClose" ADD CONSTRAINT "YearEndClose_carriedTo_fkey" FOREIGN KEY ("carriedTo") REFERENCES "Fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "YearEndClose" ADD CONSTRAINT "YearEndClose_signed_by_two" CHECK (
  "decision" IS NULL OR ("documentNo" IS NOT NULL AND "decidedAt" IS NOT NULL AND "decidedById" IS NOT NULL
    AND "cosignedById" IS NOT NULL AND "decidedById" <> "cosignedById")
);
CREATE FUNCTION year_end_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the year''s end of fund % is decided', OLD."fundId";
END $$;
CREATE TRIGGER year_end_decided BEFORE UPDATE ON "YearEndClose" FOR EACH ROW
  WHEN (OLD."decision" IS NOT NULL
    AND to_jsonb(NEW) - 'carriedTo' IS DISTINCT FROM to_jsonb(OLD) - 'carriedTo'
    OR OLD."carriedTo" IS NOT NULL AND NEW."carriedTo" IS DISTINCT FROM OLD."carriedTo")
  EXECUTE FUNCTION year_end_decided();
CREATE TRIGGER year_end_kept BEFORE DELETE ON "YearEndClose" FOR EACH ROW EXECUTE FUNCTION append_only();

-- What an allotment of the last year went on as.
ALTER TABLE "Allotment" ADD COLUMN "carriedFromId" TEXT;
CREATE UNIQUE INDEX "Allotment_carriedFromId_key" ON "Allotment"("carriedFromId");
ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "Allotment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By which document, and entered by whom: of what is not a case's.
ALTER TABLE "LedgerTransaction" ADD COLUMN "documentNo" TEXT, ADD COLUMN "byId" TEXT;

-- A document gives a county and programme one allotment; a finance office has one fund of a name in a year.
CREATE UNIQUE INDEX "Allotment_one_per_document" ON "Allotment"("documentNo", "countyCode", "programmeCode")
  WHERE "carriedFromId" IS NULL;
CREATE UNIQUE INDEX "Fund_areaCode_fiscalYear_name_key" ON "Fund"("areaCode", "fiscalYear", "name");

-- Funds that there are get the accounts of their year's end.
INSERT INTO "LedgerAccount" ("id", "kind", "fundId")
  SELECT f."id" || '/' || k, k::"LedgerAccountKind", f."id" FROM "Fund" f, unnest(ARRAY['carriedOver', 'lapsed']) k
  ON CONFLICT DO NOTHING;
