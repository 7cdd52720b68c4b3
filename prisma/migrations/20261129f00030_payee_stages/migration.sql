-- 收款单位: whom a case pays, and the household's consent to that, are acts in its history; the register is logged.
ALTER TYPE "Stage" ADD VALUE 'payeeChoice';
ALTER TYPE "Stage" ADD VALUE 'payeeConsent';
ALTER TYPE "LeafKind" ADD VALUE 'chosen';
ALTER TYPE "LeafKind" ADD VALUE 'payee';
