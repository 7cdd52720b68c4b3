import { OFFICE_KINDS } from '../../../../domain/rules/office-kinds.js';
import { NewOffice, OfficeChange, type OfficeView } from '../../../../domain/schemas/staff.js';
import { OFFICE_KIND_NAMES } from '../../../../domain/texts/offices.js';
import { ActForm } from '../form/act-form.js';
import { ListPage } from '../parts/list-page.js';
import { useAreas } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';

/** Offices: entering one, and another name for one. */
export function OfficesPage() {
  const { t, tell } = useTexts();
  return (
    <ListPage
      room="offices"
      id="listOffices"
      keyOf={({ id }) => id}
      empty={t('offices.none')}
      columns={[
        { name: t('people.office'), show: ({ name }) => name },
        { name: t('offices.kind'), show: ({ kind }) => tell(kind) },
        { name: t('people.area'), show: ({ area }) => area.name },
        { name: t('offices.officials'), show: ({ officials }) => officials, number: true },
        { name: t('bundles.toDo'), show: (office) => <Rename office={office} /> },
      ]}
    >
      <Enter />
    </ListPage>
  );
}

function Enter() {
  const { t, tell } = useTexts();
  const areas = useAreas();
  return (
    <details className="filters">
      <summary>{t('offices.enter')}</summary>
      <ActForm
        act="enterOffice"
        schema={NewOffice}
        fields={[
          { name: 'name', kind: 'text', label: t('people.office') },
          {
            ...{ name: 'kind', kind: 'select', label: t('offices.kind') },
            options: OFFICE_KINDS.map((kind) => [kind, tell(OFFICE_KIND_NAMES[kind])] as const),
          },
          { name: 'area', kind: 'select', label: t('people.area'), options: areas },
        ]}
        submit={t('offices.enter')}
        done={({ name }) => t('offices.entered', { name })}
      />
    </details>
  );
}

function Rename({ office: { id, name } }: { readonly office: OfficeView }) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('offices.rename')}</summary>
      <ActForm
        act="changeOffice"
        {...{ params: { id }, schema: OfficeChange }}
        fields={[{ name: 'name', kind: 'text', label: t('people.office'), initial: name }]}
        submit={t('offices.rename')}
        done={() => t('form.saved')}
      />
    </details>
  );
}
