-- 档案: a closed case becomes an archive file with a catalogue; it is handed over or destroyed by a list.
ALTER TYPE "Role" ADD VALUE 'archivist' BEFORE 'auditor';
ALTER TYPE "LeafKind" ADD VALUE 'archived';
ALTER TYPE "LeafKind" ADD VALUE 'archiveAct';
ALTER TYPE "LeafKind" ADD VALUE 'erased';
ALTER TABLE "County" ADD COLUMN "fondsNo" TEXT NOT NULL DEFAULT 'J001';

CREATE TYPE "RecordKind" AS ENUM ('housing', 'paid', 'unpaid');
CREATE TYPE "ArchiveTerm" AS ENUM ('permanent', 'years30', 'years10');
CREATE TYPE "ArchiveState" AS ENUM ('kept', 'handedOver', 'destroyed');
CREATE TYPE "ArchiveAppraisal" AS ENUM ('keep', 'destroy');
CREATE TYPE "ArchiveItemKind" AS ENUM ('application', 'paper', 'decision', 'notice', 'objection', 'paymentOrder', 'seal', 'evidence');
CREATE TYPE "ArchiveActKind" AS ENUM ('appraised', 'listed', 'unlisted', 'handedOver', 'destroyed', 'held', 'lifted');
CREATE TYPE "ArchiveListKind" AS ENUM ('handOver', 'destruction');
CREATE TYPE "ArchiveListState" AS ENUM ('proposed', 'done', 'withdrawn');

CREATE TABLE "ArchiveFile" (
  "caseNo" TEXT NOT NULL,
  "countyCode" TEXT NOT NULL,
  "areaCode" TEXT NOT NULL,
  "programmeCode" TEXT NOT NULL,
  "archiveNo" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "kind" "RecordKind" NOT NULL,
  "term" "ArchiveTerm" NOT NULL,
  "closedOn" CHAR(10) NOT NULL,
  "keptUntil" CHAR(10),
  "pieces" INTEGER NOT NULL,
  "catalogueSha256" TEXT NOT NULL,
  "filedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "state" "ArchiveState" NOT NULL DEFAULT 'kept',
  "appraisal" "ArchiveAppraisal",
  CONSTRAINT "ArchiveFile_pkey" PRIMARY KEY ("caseNo"),
  CONSTRAINT "ArchiveFile_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "ArchiveFile_permanent" CHECK (("keptUntil" IS NULL) = ("term" = 'permanent'))
);
CREATE UNIQUE INDEX "ArchiveFile_countyCode_archiveNo_key" ON "ArchiveFile"("countyCode", "archiveNo");
CREATE INDEX "ArchiveFile_countyCode_filedAt_caseNo_idx" ON "ArchiveFile"("countyCode", "filedAt", "caseNo");
CREATE INDEX "ArchiveFile_countyCode_state_filedAt_caseNo_idx" ON "ArchiveFile"("countyCode", "state", "filedAt", "caseNo");
CREATE INDEX "ArchiveFile_countyCode_keptUntil_idx" ON "ArchiveFile"("countyCode", "keptUntil");
CREATE TRIGGER archive_file_kept BEFORE DELETE OR UPDATE OF "caseNo", "archiveNo", "filedAt" ON "ArchiveFile"
  FOR EACH ROW EXECUTE FUNCTION append_only();
-- What has left does not come back.
CREATE TRIGGER archive_file_left BEFORE UPDATE ON "ArchiveFile" FOR EACH ROW
  WHEN (OLD."state" <> 'kept') EXECUTE FUNCTION append_only();

CREATE TABLE "ArchiveItem" (
  "caseNo" TEXT NOT NULL,
  "no" INTEGER NOT NULL,
  "kind" "ArchiveItemKind" NOT NULL,
  "ref" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "author" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "on" CHAR(10) NOT NULL,
  "sha256" TEXT NOT NULL,
  CONSTRAINT "ArchiveItem_pkey" PRIMARY KEY ("caseNo", "no"),
  CONSTRAINT "ArchiveItem_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "ArchiveFile"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ArchiveItem_caseNo_kind_ref_key" ON "ArchiveItem"("caseNo", "kind", "ref");
CREATE TRIGGER archive_item_append_only BEFORE UPDATE OR DELETE ON "ArchiveItem" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TABLE "ArchiveAct" (
  "id" TEXT NOT NULL,
  "caseNo" TEXT NOT NULL,
  "kind" "ArchiveActKind" NOT NULL,
  "byId" TEXT NOT NULL,
  "role" "Role" NOT NULL,
  "officeId" TEXT NOT NULL,
  "listNo" TEXT,
  "appraisal" "ArchiveAppraisal",
  "words" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "ArchiveAct_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ArchiveAct_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "ArchiveFile"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ArchiveAct_caseNo_at_idx" ON "ArchiveAct"("caseNo", "at");
CREATE TRIGGER archive_act_append_only BEFORE UPDATE OR DELETE ON "ArchiveAct" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TABLE "ArchiveHold" (
  "id" TEXT NOT NULL,
  "caseNo" TEXT NOT NULL,
  "countyCode" TEXT NOT NULL,
  "byId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "words" TEXT NOT NULL,
  "liftedById" TEXT,
  "liftedAt" TIMESTAMPTZ(3),
  "liftWords" TEXT,
  CONSTRAINT "ArchiveHold_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ArchiveHold_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "ArchiveFile"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ArchiveHold_caseNo_liftedAt_idx" ON "ArchiveHold"("caseNo", "liftedAt");
CREATE INDEX "ArchiveHold_countyCode_at_id_idx" ON "ArchiveHold"("countyCode", "at", "id");
CREATE UNIQUE INDEX "ArchiveHold_one_in_force" ON "ArchiveHold"("caseNo") WHERE "liftedAt" IS NULL;
CREATE TRIGGER archive_hold_kept BEFORE DELETE ON "ArchiveHold" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER archive_hold_lifted_once BEFORE UPDATE ON "ArchiveHold" FOR EACH ROW
  WHEN (OLD."liftedAt" IS NOT NULL) EXECUTE FUNCTION append_only();

CREATE TABLE "ArchiveList" (
  "no" TEXT NOT NULL,
  "kind" "ArchiveListKind" NOT NULL,
  "countyCode" TEXT NOT NULL,
  "state" "ArchiveListState" NOT NULL DEFAULT 'proposed',
  "words" TEXT NOT NULL,
  "proposedById" TEXT NOT NULL,
  "proposedRole" "Role" NOT NULL,
  "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "decidedById" TEXT,
  "decidedRole" "Role",
  "decidedAt" TIMESTAMPTZ(3),
  "decisionWords" TEXT,
  "receiptNo" TEXT,
  "receivedBy" TEXT,
  CONSTRAINT "ArchiveList_pkey" PRIMARY KEY ("no"),
  CONSTRAINT "ArchiveList_decided" CHECK (("state" = 'proposed') = ("decidedAt" IS NULL)),
  -- 两人签字: nobody destroys what he alone has proposed.
  CONSTRAINT "ArchiveList_two_signatures" CHECK (
    "kind" <> 'destruction' OR "state" <> 'done' OR ("decidedById" <> "proposedById" AND "decidedRole" <> "proposedRole")
  )
);
CREATE INDEX "ArchiveList_countyCode_proposedAt_no_idx" ON "ArchiveList"("countyCode", "proposedAt", "no");
CREATE INDEX "ArchiveList_countyCode_state_proposedAt_no_idx" ON "ArchiveList"("countyCode", "state", "proposedAt", "no");
CREATE TRIGGER archive_list_kept BEFORE DELETE ON "ArchiveList" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER archive_list_decided_once BEFORE UPDATE ON "ArchiveList" FOR EACH ROW
  WHEN (OLD."state" <> 'proposed') EXECUTE FUNCTION append_only();

CREATE TABLE "ArchiveListEntry" (
  "listNo" TEXT NOT NULL,
  "caseNo" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "archiveNo" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "pieces" INTEGER NOT NULL,
  CONSTRAINT "ArchiveListEntry_pkey" PRIMARY KEY ("listNo", "caseNo"),
  CONSTRAINT "ArchiveListEntry_listNo_fkey" FOREIGN KEY ("listNo") REFERENCES "ArchiveList"("no") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "ArchiveListEntry_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "ArchiveFile"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ArchiveListEntry_listNo_position_key" ON "ArchiveListEntry"("listNo", "position");
CREATE INDEX "ArchiveListEntry_caseNo_idx" ON "ArchiveListEntry"("caseNo");
CREATE TRIGGER archive_list_entry_append_only BEFORE UPDATE OR DELETE ON "ArchiveListEntry"
  FOR EACH ROW EXECUTE FUNCTION append_only();

-- Cases that are to be filed: whatever was sealed before there were archive files, too.
CREATE TABLE "ArchiveDue" (
  "caseNo" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "ArchiveDue_pkey" PRIMARY KEY ("caseNo")
);
CREATE INDEX "ArchiveDue_since_idx" ON "ArchiveDue"("since");
INSERT INTO "ArchiveDue" ("caseNo") SELECT DISTINCT "caseNo" FROM "Seal" WHERE "caseNo" IS NOT NULL;
