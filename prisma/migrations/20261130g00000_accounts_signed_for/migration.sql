-- Who entered an account of the register of payees, and who decided on it, as the API signed it: one that was written otherwise confirms nothing in any case.
ALTER TABLE "PayeeAccount" ADD COLUMN "enteredSigned" JSONB, ADD COLUMN "decidedSigned" JSONB;
