import { Link } from '@tanstack/react-router';

interface Filed {
  readonly caseNo: string;
  readonly archiveNo: string;
}

/** 档号, which leads to the file. */
export const archiveNumber = ({ caseNo, archiveNo }: Filed) => (
  <Link to="/archives/$caseNo" params={{ caseNo }}>
    {archiveNo}
  </Link>
);
