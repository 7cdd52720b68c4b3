import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coordinatesOf, distanceMetres, geoAddressOf, offsetFrom } from '../../domain/rules/places.js';
import { placeText } from '../../domain/texts/places.js';

const SITE = { latitude: 29.60412, longitude: 119.04218 };
const near = fc.double({ min: -0.02, max: 0.02, noNaN: true });

describe('the position of a site', () => {
  test('is written as people read it and as maps take it', () => {
    expect(placeText(SITE)).toEqual({ zh: '北纬29.60412°，东经119.04218°', en: '29.60412° N, 119.04218° E' });
    expect(placeText({ latitude: -1.5, longitude: -2 }).zh).toBe('南纬1.50000°，西经2.00000°');
    expect([coordinatesOf(SITE), geoAddressOf(SITE)]).toEqual(['29.60412, 119.04218', 'geo:29.60412,119.04218']);
  });

  test('lies from another as far as that one from it, to within a hundredth, as the great circle has it', () => {
    const radians = (degrees: number) => (degrees * Math.PI) / 180;
    fc.assert(
      fc.property(near, near, (north, east) => {
        const other = { latitude: SITE.latitude + north, longitude: SITE.longitude + east };
        const metres = distanceMetres(SITE, other);
        const { latitude: from } = SITE;
        const half =
          Math.sin(radians(north) / 2) ** 2 +
          Math.cos(radians(from)) * Math.cos(radians(other.latitude)) * Math.sin(radians(east) / 2) ** 2;
        const circle = 2 * 6_371_000 * Math.asin(Math.sqrt(half));
        expect(Math.abs(metres - circle)).toBeLessThanOrEqual(0.01 * circle + 0.1);
        expect(Math.abs(distanceMetres(other, SITE) - metres)).toBeLessThanOrEqual(0.01 * metres + 0.1);
      }),
    );
  });

  test('north of another has a positive way north, east of it one east', () => {
    const { eastMetres, northMetres } = offsetFrom(SITE, { latitude: 29.605, longitude: 119.043 });
    expect([Math.round(northMetres), Math.round(eastMetres)]).toEqual([98, 79]);
  });
});
