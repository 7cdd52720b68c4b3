-- 捆绑申报、逐级申报: one application of a village or township for many households, then a case for each.
ALTER TYPE "Role" ADD VALUE 'villageCadre' BEFORE 'countyChecker';
ALTER TYPE "Role" ADD VALUE 'townshipClerk' BEFORE 'countyChecker';
ALTER TYPE "Stage" ADD VALUE 'villageEndorsement' BEFORE 'initialCheck';
ALTER TYPE "Stage" ADD VALUE 'townshipEndorsement' BEFORE 'initialCheck';
ALTER TYPE "Stage" ADD VALUE 'noticeAwaited' BEFORE 'noticePosting';
ALTER TYPE "OfficeKind" ADD VALUE 'village' BEFORE 'finance';

CREATE TYPE "BundleState" AS ENUM ('drafting', 'villageEndorsement', 'townshipEndorsement', 'filing', 'initialCheck', 'starting', 'running', 'ended');
CREATE TYPE "BundleRowState" AS ENUM ('listed', 'filed', 'collided', 'struckOut');

CREATE TABLE "Bundle" (
    "no" TEXT NOT NULL,
    "route" "ApplicationRoute" NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "areaCode" TEXT NOT NULL,
    "state" "BundleState" NOT NULL DEFAULT 'drafting',
    "helperId" TEXT,
    "officialId" TEXT,
    "actId" TEXT,
    "programmeDigest" TEXT,
    "policyDigest" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "submission" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "gatherBy" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Bundle_pkey" PRIMARY KEY ("no"),
    CONSTRAINT "Bundle_of_many" CHECK ("route" <> 'direct'),
    CONSTRAINT "Bundle_filed_by_one" CHECK (("helperId" IS NULL) <> ("officialId" IS NULL))
);
CREATE INDEX "Bundle_countyCode_createdAt_no_idx" ON "Bundle"("countyCode", "createdAt", "no");
CREATE UNIQUE INDEX "Bundle_actId_key" ON "Bundle"("actId");
CREATE INDEX "Bundle_startedAt_idx" ON "Bundle"("startedAt");

CREATE TABLE "BundleRow" (
    "bundleNo" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "applicationId" TEXT NOT NULL,
    "consentedOn" CHAR(10) NOT NULL,
    "state" "BundleRowState" NOT NULL DEFAULT 'listed',
    "findings" TEXT[],
    "checkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BundleRow_pkey" PRIMARY KEY ("bundleNo", "position")
);
CREATE UNIQUE INDEX "BundleRow_applicationId_key" ON "BundleRow"("applicationId");
CREATE INDEX "BundleRow_bundleNo_state_position_idx" ON "BundleRow"("bundleNo", "state", "position");
ALTER TABLE "BundleRow" ADD CONSTRAINT "BundleRow_bundleNo_fkey" FOREIGN KEY ("bundleNo") REFERENCES "Bundle"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BundleRow" ADD CONSTRAINT "BundleRow_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "BundleAct" (
    "bundleNo" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "actId" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BundleAct_pkey" PRIMARY KEY ("bundleNo", "seq")
);
CREATE UNIQUE INDEX "BundleAct_actId_key" ON "BundleAct"("actId");
ALTER TABLE "BundleAct" ADD CONSTRAINT "BundleAct_bundleNo_fkey" FOREIGN KEY ("bundleNo") REFERENCES "Bundle"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER bundle_act_append_only BEFORE UPDATE OR DELETE ON "BundleAct" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TABLE "BundleStrike" (
    "actId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "wordsId" TEXT,
    "wordsSha256" TEXT,
    "wordsSealed" BYTEA,

    CONSTRAINT "BundleStrike_pkey" PRIMARY KEY ("actId", "position")
);
CREATE TRIGGER bundle_strike_append_only BEFORE UPDATE OR DELETE ON "BundleStrike" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TABLE "BundlePaper" (
    "id" TEXT NOT NULL,
    "bundleNo" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BundlePaper_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BundlePaper_bundleNo_idx" ON "BundlePaper"("bundleNo");
ALTER TABLE "BundlePaper" ADD CONSTRAINT "BundlePaper_bundleNo_fkey" FOREIGN KEY ("bundleNo") REFERENCES "Bundle"("no") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Case" ADD COLUMN "bundleNo" TEXT;
ALTER TABLE "Case" ADD CONSTRAINT "Case_bundleNo_fkey" FOREIGN KEY ("bundleNo") REFERENCES "Bundle"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Case_bundleNo_stage_idx" ON "Case"("bundleNo", "stage");

-- 集中公示: posted once and taken down once, for all the cases that are listed.
ALTER TABLE "Publication" ADD COLUMN "bundleNo" TEXT, ADD COLUMN "posting" JSONB, ADD COLUMN "takingDown" JSONB;
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_bundleNo_fkey" FOREIGN KEY ("bundleNo") REFERENCES "Bundle"("no") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Publication_bundleNo_idx" ON "Publication"("bundleNo");
ALTER TABLE "PublicationEntry" ADD COLUMN "toldAt" TIMESTAMPTZ(3), ADD COLUMN "postedAt" TIMESTAMPTZ(3),
  ADD COLUMN "takenDownAt" TIMESTAMPTZ(3), ADD COLUMN "refusalCode" TEXT;
