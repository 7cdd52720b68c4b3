import { coordinatesOf, distanceMetres, geoAddressOf } from '../../../../domain/rules/places.js';
import type { PaperView, TakenAt } from '../../../../domain/schemas/paper.js';
import { placeText } from '../../../../domain/texts/places.js';
import { Moment } from '../../common/parts/moment.js';
import { Listing } from '../parts/listing.js';
import { useTexts } from '../texts/use-texts.js';
import { Copy } from './copy.js';
import { Sketch } from './sketch.js';

interface Placed extends PaperView {
  readonly no: number;
  readonly taken: TakenAt;
}

/** Where the photographs of a case were taken: coordinates, how exact and when, and a sketch of how they lie. */
export function Places({ papers }: { readonly papers: readonly PaperView[] }) {
  const { t } = useTexts();
  const placed = papers
    .flatMap(({ taken, ...paper }) => (taken ? [{ ...paper, taken }] : []))
    .map((paper, index): Placed => ({ ...paper, no: index + 1 }));
  if (placed.length === 0) return <p className="none">{t('places.none')}</p>;
  const metres = Math.round(farthestMetres(placed.map(({ taken }) => taken)));
  return (
    <>
      <PlaceList placed={placed} />
      {placed.length > 1 && <p>{t('places.farthest', { metres })}</p>}
      <Sketch places={placed.map(({ taken }) => taken)} />
      <p className="hint">{t('places.hint')}</p>
    </>
  );
}

const farthestMetres = (places: readonly TakenAt[]): number =>
  Math.max(...places.flatMap((one) => places.map((other) => distanceMetres(one, other))));

/** Phones open a place in the map that they have; what is on a desk has none. */
const hasMap = (): boolean => matchMedia('(pointer: coarse)').matches;

function PlaceList({ placed }: { readonly placed: readonly Placed[] }) {
  const { t, tell } = useTexts();
  return (
    <Listing
      caption={t('places.title')}
      rows={placed}
      keyOf={({ id }) => id}
      columns={[
        { name: t('places.no'), show: ({ no }) => no },
        {
          name: t('places.paper'),
          show: ({ id, name }) => (
            <a href={`/api/papers/${id}`} target="_blank" rel="noreferrer">
              {tell(name)}
            </a>
          ),
        },
        { name: t('places.place'), show: ({ taken }) => tell(placeText(taken)) },
        { name: t('places.accuracy'), show: ({ taken: { accuracyMetres: within } }) => accuracyOf(within) },
        { name: t('places.at'), show: ({ taken }) => <Moment at={taken.at} /> },
        {
          name: t('places.use'),
          show: ({ no, taken }) => (
            <>
              {hasMap() && <a href={geoAddressOf(taken)}>{t('places.open')}</a>}{' '}
              <Copy text={coordinatesOf(taken)} name={t('places.copyOne', { no })} />
            </>
          ),
        },
      ]}
    />
  );
  function accuracyOf(within: number | null) {
    return within === null ? t('places.unknown') : t('places.within', { metres: Math.ceil(within) });
  }
}
