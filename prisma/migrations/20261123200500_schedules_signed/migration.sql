-- A schedule is made once by an act, however often that is sent; what was signed of it stays as it was.

ALTER TABLE "PayeeSchedule" ADD COLUMN "actId" TEXT;
CREATE UNIQUE INDEX "PayeeSchedule_actId_key" ON "PayeeSchedule"("actId");

CREATE FUNCTION schedule_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what payee schedule % says cannot be changed', OLD."no";
END $$;
CREATE TRIGGER schedule_unchanged BEFORE UPDATE ON "PayeeSchedule" FOR EACH ROW
  WHEN ((NEW."no", NEW."countyCode", NEW."programmeCode", NEW."madeById", NEW."madeAt")
      IS DISTINCT FROM (OLD."no", OLD."countyCode", OLD."programmeCode", OLD."madeById", OLD."madeAt")
    OR (OLD."digest" IS NOT NULL AND (NEW."orders", NEW."sumFen", NEW."digest")
      IS DISTINCT FROM (OLD."orders", OLD."sumFen", OLD."digest")))
  EXECUTE FUNCTION schedule_unchanged();
CREATE TRIGGER schedule_kept BEFORE DELETE ON "PayeeSchedule" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE FUNCTION schedule_line_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the order of case % on payee schedule % cannot be changed', OLD."caseNo", OLD."scheduleNo";
END $$;
CREATE TRIGGER schedule_line_unchanged BEFORE UPDATE ON "PayeeScheduleLine" FOR EACH ROW
  WHEN (OLD."reference" IS NOT NULL AND NEW."reference" IS DISTINCT FROM OLD."reference")
  EXECUTE FUNCTION schedule_line_unchanged();
CREATE TRIGGER schedule_line_kept BEFORE DELETE ON "PayeeScheduleLine" FOR EACH ROW EXECUTE FUNCTION append_only();
