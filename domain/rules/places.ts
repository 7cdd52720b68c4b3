/** A place on the earth: WGS-84 degrees, north and east positive. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** About a metre. */
const DECIMALS = 5;

/** As it is written on a photograph, and as maps take it: latitude, longitude. */
export const coordinatesOf = ({ latitude, longitude }: Place): string =>
  `${latitude.toFixed(DECIMALS)}, ${longitude.toFixed(DECIMALS)}`;

/** As phones open it in whatever map they have (RFC 5870). */
export const geoAddressOf = (place: Place): string => `geo:${coordinatesOf(place).replaceAll(' ', '')}`;

const METRES_PER_DEGREE = 111_320;

export interface Offset {
  readonly eastMetres: number;
  readonly northMetres: number;
}

/** How far east and north of another a place lies; right within some kilometres. */
export function offsetFrom(origin: Place, { latitude, longitude }: Place): Offset {
  const perDegreeEast = METRES_PER_DEGREE * Math.cos((origin.latitude * Math.PI) / 180);
  return {
    eastMetres: (longitude - origin.longitude) * perDegreeEast,
    northMetres: (latitude - origin.latitude) * METRES_PER_DEGREE,
  };
}

export function distanceMetres(one: Place, other: Place): number {
  const { eastMetres, northMetres } = offsetFrom(one, other);
  return Math.hypot(eastMetres, northMetres);
}
