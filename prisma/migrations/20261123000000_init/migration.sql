-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AreaLevel" AS ENUM ('county', 'township', 'village');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('household', 'helper', 'countyChecker', 'countyApprover', 'countySupervisor', 'townshipVerifier', 'inspector', 'paymentMaker', 'paymentReviewer', 'reviewer', 'auditor', 'administrator');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('submitted', 'initialCheck', 'correction', 'townshipVerification', 'promisedPapers', 'projectApproval', 'noticePosting', 'publicNotice', 'objectionHearing', 'refused', 'internalReview', 'projectWork', 'acceptanceInspection', 'paymentPreparation', 'paymentReview', 'bankTransfer', 'accountCorrection', 'householdChange', 'reviewAwaited', 'reviewReport', 'performanceReview', 'closed');

-- CreateEnum
CREATE TYPE "Strand" AS ENUM ('case', 'review');

-- CreateEnum
CREATE TYPE "CalendarKind" AS ENUM ('holiday', 'workday');

-- CreateEnum
CREATE TYPE "OfficeKind" AS ENUM ('povertyRelief', 'township', 'finance', 'housing', 'oversight', 'audit');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('registered', 'observation', 'exited', 'unregistered');

-- CreateEnum
CREATE TYPE "HouseholdGroup" AS ENUM ('dibao', 'dibaoMarginal', 'lowIncome');

-- CreateEnum
CREATE TYPE "MemberStatus" AS ENUM ('present', 'dead', 'departed');

-- CreateEnum
CREATE TYPE "HouseholdChangeKind" AS ENUM ('death', 'split', 'birth', 'marriage', 'move');

-- CreateEnum
CREATE TYPE "CommitmentState" AS ENUM ('reserved', 'committed', 'spent', 'released');

-- CreateEnum
CREATE TYPE "PaymentState" AS ENUM ('prepared', 'checked', 'sent', 'unknown', 'accepted', 'credited', 'returned', 'cancelled');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('mail', 'sms');

-- CreateTable
CREATE TABLE "Area" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "AreaLevel" NOT NULL,
    "parentCode" TEXT,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "County" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rehearsal" BOOLEAN NOT NULL DEFAULT false,
    "daySeconds" INTEGER NOT NULL DEFAULT 86400,

    CONSTRAINT "County_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "CountyPolicy" (
    "digest" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "effectiveFrom" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "CountyPolicy_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "Programme" (
    "digest" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "countyCode" TEXT NOT NULL DEFAULT '',
    "date" CHAR(10) NOT NULL,
    "kind" "CalendarKind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("countyCode","date")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "areaCode" TEXT NOT NULL,
    "kind" "OfficeKind" NOT NULL,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Official" (
    "id" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "areaCode" TEXT NOT NULL,
    "email" TEXT,
    "roles" "Role"[],
    "accountHash" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Official_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Helper" (
    "id" TEXT NOT NULL,
    "villageCode" TEXT NOT NULL,
    "nameSealed" BYTEA NOT NULL,
    "phoneHash" TEXT NOT NULL,
    "accountHash" TEXT,

    CONSTRAINT "Helper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Kinship" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "officialId" TEXT,
    "villageCommittee" BOOLEAN NOT NULL DEFAULT false,
    "relation" TEXT NOT NULL,

    CONSTRAINT "Kinship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Household" (
    "id" TEXT NOT NULL,
    "registerNo" TEXT NOT NULL,
    "villageCode" TEXT NOT NULL,
    "standing" "Standing" NOT NULL,
    "group" "HouseholdGroup" NOT NULL,
    "registeredOn" CHAR(10) NOT NULL,
    "observationSince" CHAR(10),
    "exitedOn" CHAR(10),
    "wrappedKey" BYTEA NOT NULL,
    "phoneSealed" BYTEA,
    "phoneHash" TEXT,
    "addressSealed" BYTEA,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "nameSealed" BYTEA NOT NULL,
    "idNumberSealed" BYTEA NOT NULL,
    "idNumberHash" TEXT NOT NULL,
    "canWork" BOOLEAN NOT NULL,
    "status" "MemberStatus" NOT NULL DEFAULT 'present',
    "statusSince" CHAR(10),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "bankName" TEXT NOT NULL,
    "numberSealed" BYTEA NOT NULL,
    "numberHash" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HouseholdChange" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "kind" "HouseholdChangeKind" NOT NULL,
    "occurredOn" CHAR(10) NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reportedBy" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "HouseholdChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterImport" (
    "sha256" TEXT NOT NULL,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegisterImport_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "application" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "helperId" TEXT,
    "body" JSONB NOT NULL DEFAULT '{}',
    "caseNo" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Serial" (
    "scope" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "Serial_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "Case" (
    "caseNo" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "helperId" TEXT,
    "countyCode" TEXT NOT NULL,
    "areaCode" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "programmeDigest" TEXT NOT NULL,
    "policyDigest" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "stage" "Stage" NOT NULL DEFAULT 'submitted',
    "quantity" INTEGER NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "running" BOOLEAN NOT NULL DEFAULT true,
    "outcome" JSONB,
    "decisionNo" TEXT,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Case_pkey" PRIMARY KEY ("caseNo")
);

-- CreateTable
CREATE TABLE "CaseEvent" (
    "caseNo" TEXT NOT NULL,
    "strand" "Strand" NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseEvent_pkey" PRIMARY KEY ("caseNo","strand","seq")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "strand" "Strand" NOT NULL,
    "stage" "Stage" NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "role" "Role" NOT NULL,
    "areaCode" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notBefore" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "claimedById" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "proposal" JSONB,
    "proposedById" TEXT,
    "overdueAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Words" (
    "id" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "caseNo" TEXT,
    "textSealed" BYTEA NOT NULL,
    "salt" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "no" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "areaCode" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "postedAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "body" JSONB NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("no")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "receiptNo" TEXT NOT NULL,
    "publicationNo" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wordsId" TEXT NOT NULL,
    "objectorSealed" BYTEA,
    "toldAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "result" TEXT,
    "resultWordsId" TEXT,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Allotment" (
    "id" TEXT NOT NULL,
    "documentNo" TEXT NOT NULL,
    "accountCode" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "fundSource" TEXT NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "reservedFen" BIGINT NOT NULL DEFAULT 0,
    "committedFen" BIGINT NOT NULL DEFAULT 0,
    "spentFen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Allotment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "caseNo" TEXT NOT NULL,
    "allotmentId" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "state" "CommitmentState" NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("caseNo")
);

-- CreateTable
CREATE TABLE "Payment" (
    "reference" TEXT NOT NULL,
    "caseNo" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "state" "PaymentState" NOT NULL,
    "accountId" TEXT NOT NULL,
    "payeeSealed" BYTEA NOT NULL,
    "bankName" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "documentNo" TEXT NOT NULL,
    "accountCode" TEXT NOT NULL,
    "preparedById" TEXT NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewedById" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "returnedReason" TEXT,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "BankInquiry" (
    "id" SERIAL NOT NULL,
    "reference" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BankInquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "caseNo" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "commissionedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finding" TEXT,
    "score" INTEGER,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Review_pkey" PRIMARY KEY ("caseNo")
);

-- CreateTable
CREATE TABLE "Recovery" (
    "caseNo" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recovery_pkey" PRIMARY KEY ("caseNo")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "countyCode" TEXT NOT NULL,
    "contentSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "actor" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyDigest" TEXT NOT NULL,
    "status" INTEGER,
    "answer" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leaseUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("actor","route","key")
);

-- CreateTable
CREATE TABLE "LoginCode" (
    "id" TEXT NOT NULL,
    "phoneHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LoginCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "sid" VARCHAR NOT NULL,
    "sess" JSON NOT NULL,
    "expire" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "_CaseToPublication" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_CaseToPublication_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "CountyPolicy_countyCode_version_key" ON "CountyPolicy"("countyCode", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_countyCode_code_version_key" ON "Programme"("countyCode", "code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Official_login_key" ON "Official"("login");

-- CreateIndex
CREATE UNIQUE INDEX "Helper_phoneHash_key" ON "Helper"("phoneHash");

-- CreateIndex
CREATE INDEX "Kinship_householdId_idx" ON "Kinship"("householdId");

-- CreateIndex
CREATE UNIQUE INDEX "Household_registerNo_key" ON "Household"("registerNo");

-- CreateIndex
CREATE INDEX "Household_villageCode_idx" ON "Household"("villageCode");

-- CreateIndex
CREATE INDEX "Household_phoneHash_idx" ON "Household"("phoneHash");

-- CreateIndex
CREATE INDEX "Member_idNumberHash_idx" ON "Member"("idNumberHash");

-- CreateIndex
CREATE UNIQUE INDEX "Member_householdId_position_key" ON "Member"("householdId", "position");

-- CreateIndex
CREATE INDEX "Account_householdId_current_idx" ON "Account"("householdId", "current");

-- CreateIndex
CREATE INDEX "Account_numberHash_idx" ON "Account"("numberHash");

-- CreateIndex
CREATE INDEX "HouseholdChange_toldAt_idx" ON "HouseholdChange"("toldAt");

-- CreateIndex
CREATE UNIQUE INDEX "application_caseNo_key" ON "application"("caseNo");

-- CreateIndex
CREATE INDEX "application_householdId_idx" ON "application"("householdId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_applicationId_key" ON "Case"("applicationId");

-- CreateIndex
CREATE INDEX "Case_countyCode_stage_idx" ON "Case"("countyCode", "stage");

-- CreateIndex
CREATE INDEX "Case_householdId_idx" ON "Case"("householdId");

-- CreateIndex
CREATE INDEX "Case_startedAt_idx" ON "Case"("startedAt");

-- CreateIndex
CREATE INDEX "Task_closedAt_role_areaCode_dueAt_idx" ON "Task"("closedAt", "role", "areaCode", "dueAt");

-- CreateIndex
CREATE INDEX "Task_caseNo_idx" ON "Task"("caseNo");

-- CreateIndex
CREATE INDEX "Task_closedAt_overdueAt_dueAt_idx" ON "Task"("closedAt", "overdueAt", "dueAt");

-- CreateIndex
CREATE INDEX "Words_caseNo_idx" ON "Words"("caseNo");

-- CreateIndex
CREATE INDEX "Paper_applicationId_idx" ON "Paper"("applicationId");

-- CreateIndex
CREATE INDEX "Paper_sha256_idx" ON "Paper"("sha256");

-- CreateIndex
CREATE INDEX "Paper_toldAt_idx" ON "Paper"("toldAt");

-- CreateIndex
CREATE INDEX "Publication_countyCode_closedAt_idx" ON "Publication"("countyCode", "closedAt");

-- CreateIndex
CREATE INDEX "Publication_areaCode_idx" ON "Publication"("areaCode");

-- CreateIndex
CREATE UNIQUE INDEX "Objection_receiptNo_key" ON "Objection"("receiptNo");

-- CreateIndex
CREATE INDEX "Objection_publicationNo_settledAt_idx" ON "Objection"("publicationNo", "settledAt");

-- CreateIndex
CREATE INDEX "Objection_toldAt_idx" ON "Objection"("toldAt");

-- CreateIndex
CREATE INDEX "Allotment_countyCode_programmeCode_fiscalYear_idx" ON "Allotment"("countyCode", "programmeCode", "fiscalYear");

-- CreateIndex
CREATE INDEX "Payment_caseNo_idx" ON "Payment"("caseNo");

-- CreateIndex
CREATE INDEX "Payment_state_sentAt_idx" ON "Payment"("state", "sentAt");

-- CreateIndex
CREATE INDEX "BankInquiry_reference_idx" ON "BankInquiry"("reference");

-- CreateIndex
CREATE INDEX "Review_startedAt_idx" ON "Review"("startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dedupeKey_key" ON "OutboxMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_sentAt_dueAt_idx" ON "OutboxMessage"("sentAt", "dueAt");

-- CreateIndex
CREATE INDEX "LoginCode_phoneHash_expiresAt_idx" ON "LoginCode"("phoneHash", "expiresAt");

-- CreateIndex
CREATE INDEX "session_expire_idx" ON "session"("expire");

-- CreateIndex
CREATE INDEX "_CaseToPublication_B_index" ON "_CaseToPublication"("B");

-- AddForeignKey
ALTER TABLE "Area" ADD CONSTRAINT "Area_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Area"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountyPolicy" ADD CONSTRAINT "CountyPolicy_countyCode_fkey" FOREIGN KEY ("countyCode") REFERENCES "County"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Official" ADD CONSTRAINT "Official_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kinship" ADD CONSTRAINT "Kinship_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kinship" ADD CONSTRAINT "Kinship_officialId_fkey" FOREIGN KEY ("officialId") REFERENCES "Official"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdChange" ADD CONSTRAINT "HouseholdChange_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_publicationNo_fkey" FOREIGN KEY ("publicationNo") REFERENCES "Publication"("no") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_allotmentId_fkey" FOREIGN KEY ("allotmentId") REFERENCES "Allotment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankInquiry" ADD CONSTRAINT "BankInquiry_reference_fkey" FOREIGN KEY ("reference") REFERENCES "Payment"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recovery" ADD CONSTRAINT "Recovery_caseNo_fkey" FOREIGN KEY ("caseNo") REFERENCES "Case"("caseNo") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseToPublication" ADD CONSTRAINT "_CaseToPublication_A_fkey" FOREIGN KEY ("A") REFERENCES "Case"("caseNo") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_CaseToPublication" ADD CONSTRAINT "_CaseToPublication_B_fkey" FOREIGN KEY ("B") REFERENCES "Publication"("no") ON DELETE CASCADE ON UPDATE CASCADE;


