-- What there was before they were logged goes into the log as it is now: canonical JSON of domain/schemas/leaf.ts.
CREATE FUNCTION iso(moment TIMESTAMPTZ) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT to_json(to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text $$;

INSERT INTO "LogEntry" ("kind", "subject", "caseNo", "leaf")
SELECT 'finding', f."caseNo", f."caseNo", concat(
  '{"act":', to_json(a."kind"::text), ',"actId":', to_json(a."id"), ',"at":', iso(a."at"), ',"byId":', to_json(a."byId"),
  ',"caseNo":', to_json(f."caseNo"), ',"dueOn":', to_json(f."dueOn"::text), ',"findingId":', to_json(f."id"),
  ',"kind":"finding","officeId":', to_json(f."officeId"), ',"wordsId":', to_json(a."wordsId"),
  ',"wordsSha256":', to_json(w."sha256"), '}')
FROM "AuditFindingAct" a JOIN "AuditFinding" f ON f."id" = a."findingId" JOIN "Words" w ON w."id" = a."wordsId"
ORDER BY a."at";

INSERT INTO "LogEntry" ("kind", "subject", "leaf")
SELECT 'substitution', "id", concat(
  '{"absentId":', to_json("absentId"), ',"endedAt":', coalesce(iso("endedAt"), 'null'),
  ',"endedById":', coalesce(to_json("endedById")::text, 'null'), ',"fromDay":', to_json("fromDay"), ',"id":', to_json("id"),
  ',"kind":"substitution","namedAt":', iso("namedAt"), ',"namedById":', to_json("namedById"),
  ',"substituteId":', to_json("substituteId"), ',"untilDay":', to_json("untilDay"),
  ',"wordsSha256":', to_json(encode(sha256(convert_to("id" || "words", 'UTF8')), 'hex')), '}')
FROM "Substitution" ORDER BY "namedAt";

DROP FUNCTION iso(TIMESTAMPTZ);
