import { offsetFrom } from '../../../../domain/rules/places.js';
import type { TakenAt } from '../../../../domain/schemas/paper.js';
import { useTexts } from '../texts/use-texts.js';

const SIDE = 300;
const MARGIN = 34;
/** A single place is shown with so much around it. */
const LEAST_METRES = 20;

/** Places true to scale, north above, each within the circle of its accuracy: drawn here, since no map may be asked. */
export function Sketch({ places }: { readonly places: readonly TakenAt[] }) {
  const { t } = useTexts();
  const { points, pixelsPerMetre } = laidOut(places);
  const bar = barMetres((SIDE - 2 * MARGIN) / 2 / pixelsPerMetre);
  return (
    <figure className="sketch">
      <svg aria-hidden="true" viewBox={`0 0 ${SIDE} ${SIDE}`} width={SIDE} height={SIDE}>
        {points.map(({ no, x, y, within }) => (
          <circle key={no} className="within" cx={x} cy={y} r={within} />
        ))}
        {points.map(({ no, x, y }) => (
          <g key={no}>
            <circle className="place" cx={x} cy={y} r={5} />
            <text x={x + 8} y={y - 6}>
              {no}
            </text>
          </g>
        ))}
        <path className="line" d={`M ${SIDE - 18} 46 V 24 m -5 7 l 5 -7 l 5 7`} />
        <text x={SIDE - 18} y={18} textAnchor="middle">
          {t('places.north')}
        </text>
        <path className="line" d={`M 12 ${SIDE - 16} v 5 h ${bar * pixelsPerMetre} v -5`} />
        <text x={12} y={SIDE - 20}>
          {t('places.metres', { metres: bar })}
        </text>
      </svg>
      <figcaption>{t('places.sketch', { number: places.length, metres: bar })}</figcaption>
    </figure>
  );
}

function laidOut(places: readonly TakenAt[]) {
  const offsets = places.map((place) => ({
    ...offsetFrom(places[0]!, place),
    within: place.accuracyMetres ?? 0,
  }));
  const west = Math.min(...offsets.map(({ eastMetres, within }) => eastMetres - within));
  const east = Math.max(...offsets.map(({ eastMetres, within }) => eastMetres + within));
  const south = Math.min(...offsets.map(({ northMetres, within }) => northMetres - within));
  const north = Math.max(...offsets.map(({ northMetres, within }) => northMetres + within));
  const pixelsPerMetre = (SIDE - 2 * MARGIN) / Math.max(east - west, north - south, LEAST_METRES);
  const points = offsets.map(({ eastMetres, northMetres, within }, index) => ({
    no: index + 1,
    x: SIDE / 2 + (eastMetres - (west + east) / 2) * pixelsPerMetre,
    y: SIDE / 2 - (northMetres - (south + north) / 2) * pixelsPerMetre,
    within: within * pixelsPerMetre,
  }));
  return { points, pixelsPerMetre };
}

/** The longest of 1, 2, 5, 10, 20, … metres that is not longer. */
function barMetres(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((times) => times * power).find((metres) => metres <= most) ?? power;
}
