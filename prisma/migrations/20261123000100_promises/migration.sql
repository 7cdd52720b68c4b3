-- What the database itself promises, whatever the processes do.

-- One running application per household, programme and period.
CREATE UNIQUE INDEX "Case_one_running" ON "Case" ("householdId", "programmeCode", "period") WHERE "running";

-- One open task per case, strand, stage and subject.
CREATE UNIQUE INDEX "Task_one_open" ON "Task" ("caseNo", "strand", "stage", "subject") WHERE "closedAt" IS NULL;

-- One current account per household.
CREATE UNIQUE INDEX "Account_one_current" ON "Account" ("householdId") WHERE "current";

-- No fund is overdrawn, under any concurrency.
ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_never_overdrawn" CHECK (
  "reservedFen" >= 0 AND "committedFen" >= 0 AND "spentFen" >= 0
  AND "reservedFen" + "committedFen" + "spentFen" <= "amountFen"
);
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_not_negative" CHECK ("amountFen" >= 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_positive" CHECK ("amountFen" > 0);

-- Only a county in rehearsal has days of another length.
ALTER TABLE "County" ADD CONSTRAINT "County_days_last_a_day" CHECK ("rehearsal" OR "daySeconds" = 86400);

-- At most one payment of a case is alive.
CREATE UNIQUE INDEX "Payment_one_alive" ON "Payment" ("caseNo") WHERE "state" NOT IN ('returned', 'cancelled');

-- A published closing time may move later, never earlier; a closed notice stays closed.
CREATE FUNCTION publication_never_earlier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."closesAt" < OLD."closesAt" OR (OLD."closesAt" IS NOT NULL AND NEW."closesAt" IS NULL) THEN
    RAISE EXCEPTION 'a published closing time may move later, never earlier';
  END IF;
  IF OLD."closedAt" IS NOT NULL AND NEW."closedAt" IS DISTINCT FROM OLD."closedAt" THEN
    RAISE EXCEPTION 'a closed notice stays closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_never_earlier BEFORE UPDATE ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION publication_never_earlier();

-- Events, people's words and versions of policy and programme are never changed or deleted.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER words_append_only BEFORE UPDATE OR DELETE ON "Words" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER policy_append_only BEFORE UPDATE OR DELETE ON "CountyPolicy" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER inquiry_append_only BEFORE UPDATE OR DELETE ON "BankInquiry" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER programme_append_only BEFORE UPDATE OR DELETE ON "Programme" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OF "seq", "kind", "body", "digest", "at", "recordedAt"
  ON "CaseEvent" FOR EACH ROW EXECUTE FUNCTION append_only();
