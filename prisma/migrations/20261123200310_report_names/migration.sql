-- The names under which the bank lists its reports: what was read is not fetched again.
CREATE TABLE "BankReportName" (
    "name" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "unreadable" INTEGER NOT NULL DEFAULT 0,
    "fetchAt" TIMESTAMPTZ(3),

    CONSTRAINT "BankReportName_pkey" PRIMARY KEY ("name")
);

CREATE INDEX "BankReportName_fileId_idx" ON "BankReportName"("fileId");
ALTER TABLE "BankReportName" ADD CONSTRAINT "BankReportName_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "BankFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Reports that are not posted to their end.
CREATE INDEX "BankFile_unposted" ON "BankFile" ("at") WHERE "kind" = 'results' AND "posted" < "lines";
