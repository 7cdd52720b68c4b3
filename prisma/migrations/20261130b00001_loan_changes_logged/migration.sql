-- What two officials have signed of a loan is proved like other acts.
ALTER TYPE "LeafKind" ADD VALUE 'loanChange';
