-- Auditors' findings and substitutions are proved like other acts.
ALTER TYPE "LeafKind" ADD VALUE 'finding';
ALTER TYPE "LeafKind" ADD VALUE 'substitution';
