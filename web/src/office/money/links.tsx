import { Link } from '@tanstack/react-router';

/** To a case; nothing where there is none. */
export function CaseLink({ caseNo }: { readonly caseNo: string | null }) {
  if (caseNo === null) return null;
  return (
    <Link to="/cases/$caseNo" params={{ caseNo }}>
      {caseNo}
    </Link>
  );
}

/** To a payment order; nothing where there is none. */
export function PaymentLink({ reference }: { readonly reference: string | null }) {
  if (reference === null) return null;
  return (
    <Link to="/payments/$reference" params={{ reference }}>
      {reference}
    </Link>
  );
}
