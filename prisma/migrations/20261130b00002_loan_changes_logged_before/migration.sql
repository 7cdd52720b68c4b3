-- What there was before they were logged goes into the log as it is now: canonical JSON of domain/schemas/leaf.ts.
CREATE FUNCTION json_or_null(said ANYELEMENT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(to_json(said)::text, 'null') $$;

INSERT INTO "LogEntry" ("kind", "subject", "caseNo", "leaf")
SELECT 'loanChange', c."entitlementNo", c."entitlementNo", concat(
  '{"at":', to_json(to_char(c."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
  ',"basisPoints":', json_or_null(c."basisPoints"), ',"byId":', to_json(c."byId"),
  ',"caseNo":', to_json(c."entitlementNo"), ',"change":', to_json(c."kind"), ',"changeId":', to_json(c."id"),
  ',"kind":"loanChange","paperSha256":', json_or_null(p."sha256"::text), ',"reason":', json_or_null(c."reason"),
  ',"signedById":', json_or_null(c."signedById"), ',"signedForId":', json_or_null(c."signedForId"),
  ',"until":', to_json(c."until"), ',"wordsSha256":', json_or_null(w."sha256"::text), '}')
FROM "LoanChange" c LEFT JOIN "Paper" p ON p."id" = c."paperId" LEFT JOIN "Words" w ON w."id" = c."wordsId"
ORDER BY c."at";

DROP FUNCTION json_or_null(ANYELEMENT);
