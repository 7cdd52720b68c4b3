-- Officials open payloads from the tools of the workflow engine by a token of some hours.
CREATE TABLE "CodecToken" (
  "sha256" TEXT NOT NULL,
  "officialId" TEXT NOT NULL,
  "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "CodecToken_pkey" PRIMARY KEY ("sha256"),
  CONSTRAINT "CodecToken_officialId_fkey" FOREIGN KEY ("officialId") REFERENCES "Official"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "CodecToken_officialId_idx" ON "CodecToken"("officialId");
