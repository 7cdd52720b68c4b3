-- Who made, reviewed and countersigned a schedule, as the API signed it: a row that was written otherwise is carried nowhere.
ALTER TABLE "PayeeSchedule" ADD COLUMN "madeSigned" JSONB, ADD COLUMN "reviewSigned" JSONB, ADD COLUMN "thirdSigned" JSONB;
