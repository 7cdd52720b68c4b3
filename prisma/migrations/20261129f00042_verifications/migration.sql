-- 核验: asked for by an auditor, done by a process of its own, which tells how far it has come.
CREATE TABLE "Verification" (
  "id" TEXT NOT NULL,
  "areaCode" TEXT NOT NULL,
  "year" CHAR(4),
  "full" BOOLEAN NOT NULL,
  "kept" TEXT NOT NULL,
  "askedById" TEXT NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "heardAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "done" INTEGER NOT NULL DEFAULT 0,
  "of" INTEGER,
  "findings" INTEGER,
  "endedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Verification_askedAt_id_idx" ON "Verification"("askedAt", "id");
