/** How an application can come: by the household itself, for many households at once, or level by level. */
export const APPLICATION_ROUTES = ['direct', 'bundled', 'tiered'] as const;
export type ApplicationRoute = (typeof APPLICATION_ROUTES)[number];

/** What a county says nothing of: 农户直报 is the plan's pilot; the others are opened by those who want them. */
const UNLESS_SAID: Readonly<Record<ApplicationRoute, boolean>> = { direct: true, bundled: false, tiered: false };

/** A county or a township opens or closes a route from a day on. */
export interface RouteSwitch {
  /** County, 6 digits, or township, 9. */
  readonly areaCode: string;
  readonly route: ApplicationRoute;
  /** First day on which it counts, ISO date in Asia/Shanghai. */
  readonly from: string;
  readonly open: boolean;
}

/** Whether a route is open for those who live in an area on a day: what the township says comes before the county. */
export function isRouteOpen(
  route: ApplicationRoute,
  areaCode: string,
  date: string,
  switches: readonly RouteSwitch[],
): boolean {
  const said = switches.filter(
    (each) => each.route === route && each.from <= date && areaCode.startsWith(each.areaCode),
  );
  const [counts] = said.toSorted(
    (one, other) => other.areaCode.length - one.areaCode.length || other.from.localeCompare(one.from),
  );
  return counts?.open ?? UNLESS_SAID[route];
}
