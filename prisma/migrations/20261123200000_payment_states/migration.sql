-- New values of enumerations, in a migration of their own: PostgreSQL lets none be used where it was added.
ALTER TYPE "Strand" ADD VALUE 'return';
ALTER TYPE "LedgerAccountKind" ADD VALUE 'carriedOver';
ALTER TYPE "LedgerAccountKind" ADD VALUE 'lapsed';
ALTER TYPE "LedgerTransactionKind" ADD VALUE 'returned';
ALTER TYPE "LedgerTransactionKind" ADD VALUE 'recovered';
ALTER TYPE "LedgerTransactionKind" ADD VALUE 'carriedOver';
ALTER TYPE "LedgerTransactionKind" ADD VALUE 'lapsed';
ALTER TYPE "PaymentState" ADD VALUE 'batched';
ALTER TYPE "PaymentState" ADD VALUE 'reissued';
ALTER TYPE "PaymentState" ADD VALUE 'recovered';
