import { Link } from '@tanstack/react-router';
import { yuanText } from '../../../../domain/rules/fen.js';
import type { AuditCase } from '../../../../domain/schemas/audit.js';
import type { Column } from '../../common/parts/listing.js';
import { Moment } from '../../common/parts/moment.js';
import { useTexts } from '../texts/use-texts.js';

/** A case in a list, whatever else the list says of it. */
export function useCaseColumns(): Column<AuditCase>[] {
  const { t, tell } = useTexts();
  return [
    {
      name: t('search.caseNo'),
      show: ({ caseNo }) => (
        <Link to="/cases/$caseNo" params={{ caseNo }}>
          {caseNo}
        </Link>
      ),
    },
    { name: t('search.programme'), show: ({ programme }) => tell(programme) },
    { name: t('search.village'), show: ({ village }) => village.name },
    { name: t('search.stage'), show: ({ stage, outcome }) => tell(outcome ?? stage) },
    {
      name: t('search.amount'),
      show: ({ amountFen }) => <span className="money">{t('yuan', { amount: yuanText(amountFen) })}</span>,
      number: true,
    },
    { name: t('search.submitted'), show: ({ submittedAt }) => <Moment at={submittedAt} /> },
    { name: t('search.sealed'), show: ({ sealed }) => t(sealed ? 'search.yes' : 'search.no') },
  ];
}
