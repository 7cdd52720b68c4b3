import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { APPLICATION_ROUTES, isRouteOpen, type RouteSwitch } from '../../domain/rules/application-routes.js';

const COUNTY = '339901';
const TOWNSHIP = '339901101';
const VILLAGE = '339901101201';
const said = (areaCode: string, from: string, open: boolean): RouteSwitch => ({
  ...{ areaCode, route: 'bundled', from, open },
});
const isOpen = (date: string, ...switches: RouteSwitch[]) => isRouteOpen('bundled', VILLAGE, date, switches);

describe('A way of applying', () => {
  test('is open where nothing was said only for households themselves', () => {
    expect(APPLICATION_ROUTES.filter((route) => isRouteOpen(route, VILLAGE, '2026-03-01', []))).toEqual(['direct']);
  });

  test('is open from the day on that the county says, and closed from the day on that it says so', () => {
    const switches = [said(COUNTY, '2026-03-01', true), said(COUNTY, '2026-06-01', false)];
    const days = ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'];
    expect(days.map((day) => isOpen(day, ...switches))).toEqual([false, true, true, false]);
  });

  test('follows the township where that has said something, and the county elsewhere', () => {
    const switches = [said(COUNTY, '2026-03-01', true), said(TOWNSHIP, '2026-01-01', false)];
    expect(isOpen('2026-04-01', ...switches)).toBe(false);
    expect(isRouteOpen('bundled', '339901102201', '2026-04-01', switches)).toBe(true);
  });

  test('does not depend on the order in which the switches are told, nor on what other areas say', () => {
    const day = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01');
    const each = fc.record({
      ...{ areaCode: fc.constantFrom(COUNTY, TOWNSHIP, '339901102', '330127'), from: day, open: fc.boolean() },
      route: fc.constantFrom(...APPLICATION_ROUTES),
    });
    const all = fc.uniqueArray(each, { selector: ({ areaCode, route, from }) => areaCode + route + from });
    fc.assert(
      fc.property(all, day, (switches, date) => {
        const ours = switches.filter(({ areaCode }) => VILLAGE.startsWith(areaCode));
        expect(isOpen(date, ...switches.toReversed())).toBe(isOpen(date, ...ours));
      }),
    );
  });
});
