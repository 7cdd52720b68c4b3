-- 公示: a publication lists 1..n cases, each with what is said of it; one that falls out leaves the others where they are.
CREATE TABLE "PublicationEntry" (
    "publicationNo" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "PublicationEntry_pkey" PRIMARY KEY ("publicationNo", "caseNo")
);
CREATE UNIQUE INDEX "PublicationEntry_publicationNo_position_key" ON "PublicationEntry"("publicationNo", "position");
CREATE INDEX "PublicationEntry_caseNo_idx" ON "PublicationEntry"("caseNo");
ALTER TABLE "PublicationEntry" ADD CONSTRAINT "PublicationEntry_publicationNo_fkey" FOREIGN KEY ("publicationNo") REFERENCES "Publication"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PublicationEntry" ADD CONSTRAINT "PublicationEntry_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "PublicationEntry" ("publicationNo", "caseNo", "position", "body", "closedAt", "withdrawnAt")
  SELECT p."no", l."A", 1, p."body", p."closedAt", p."withdrawnAt"
  FROM "_CaseToPublication" l JOIN "Publication" p ON p."no" = l."B";
DROP TABLE "_CaseToPublication";
ALTER TABLE "Publication" DROP COLUMN "body";

-- What stands stays as it was published, and a closed entry stays closed.
CREATE FUNCTION publication_entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."closedAt" IS NOT NULL AND NEW."closedAt" IS DISTINCT FROM OLD."closedAt" THEN
    RAISE EXCEPTION 'a closed notice stays closed';
  END IF;
  IF NEW."body" IS DISTINCT FROM OLD."body" OR NEW."position" <> OLD."position" THEN
    RAISE EXCEPTION 'what was published stays as it was';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_entry_stands BEFORE UPDATE ON "PublicationEntry"
  FOR EACH ROW EXECUTE FUNCTION publication_entry_stands();
