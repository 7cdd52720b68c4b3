-- Relocation: its stages, and why money comes back that was paid before the household had moved.
ALTER TYPE "Stage" ADD VALUE 'agreementOffer';
ALTER TYPE "Stage" ADD VALUE 'agreementSigning';
ALTER TYPE "Stage" ADD VALUE 'movingIn';
ALTER TYPE "Stage" ADD VALUE 'movingInInspection';
ALTER TYPE "Stage" ADD VALUE 'oldHomestead';
ALTER TYPE "Stage" ADD VALUE 'homesteadInspection';
ALTER TYPE "RecoveryCause" ADD VALUE 'withdrawn';
ALTER TYPE "RecoveryCause" ADD VALUE 'notCompleted';
