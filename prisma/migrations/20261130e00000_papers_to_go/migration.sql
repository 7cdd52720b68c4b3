-- 销毁: what is to go of the store is said by its digest: papers of destroyed files, and of drafts that became no case.
CREATE TABLE "PaperToDestroy" (
  "id" BIGSERIAL NOT NULL,
  "sha256" TEXT NOT NULL,
  CONSTRAINT "PaperToDestroy_pkey" PRIMARY KEY ("id")
);
INSERT INTO "PaperToDestroy" ("sha256")
  SELECT DISTINCT paper."sha256" FROM "PapersToDestroy" due
  JOIN "application" filed ON filed."caseNo" = due."caseNo" JOIN "Paper" paper ON paper."applicationId" = filed."id";
DROP TABLE "PapersToDestroy";
