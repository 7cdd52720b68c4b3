import { OFFICIAL_ROLES } from '../../../../domain/rules/roles.js';
import type { StaffView } from '../../../../domain/schemas/staff.js';
import { ROLE_NAMES } from '../../../../domain/texts/roles.js';
import { useAsked } from '../../common/calls/query.js';
import type { FieldSpec } from '../form/fields.js';
import { useAreas } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';

const MOST = 100;

/** Where somebody works, and as what; filled in with what he has. */
export function usePostFields(official?: StaffView): FieldSpec[] {
  const { t, tell } = useTexts();
  const areas = useAreas();
  const { data } = useAsked('listOffices', { query: { limit: MOST } });
  const offices = (data?.items ?? []).map(({ id, name }) => [id, name] as const);
  const { name, office, area, roles, email } = official ?? {};
  return [
    { name: 'name', kind: 'text', label: t('people.name'), initial: name },
    { name: 'officeId', kind: 'select', label: t('people.office'), options: offices, initial: office?.id },
    {
      ...{ name: 'area', kind: 'select', label: t('people.area'), hint: t('staff.postAreaHint') },
      ...{ options: areas, initial: area?.code },
    },
    {
      ...{ name: 'roles', kind: 'choices', label: t('people.roles'), initial: roles?.map(({ code }) => code) },
      options: OFFICIAL_ROLES.map((role) => [role, tell(ROLE_NAMES[role])] as const),
    },
    { name: 'email', kind: 'text', label: t('staff.email'), optional: true, initial: email ?? undefined },
  ];
}
