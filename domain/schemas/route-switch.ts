import { z } from 'zod';
import { APPLICATION_ROUTES } from '../rules/application-routes.js';
import { Coded, Instant, IsoDate, say } from './common.js';

const SwitchArea = z
  .string()
  .regex(/^\d{6}(\d{3})?$/, say('请填写6位县级或9位乡镇代码', 'Give the 6 digits of a county or the 9 of a township'));
const Route = z.enum(APPLICATION_ROUTES, say('请选择申报途径', 'Choose one of the routes'));

/** Opens or closes a route in a county or township from a day on. */
export const RouteSwitchBody = z.strictObject({ area: SwitchArea, route: Route, from: IsoDate, open: z.boolean() });
export type RouteSwitchBody = z.infer<typeof RouteSwitchBody>;

export const RouteQuery = z.strictObject({ area: SwitchArea });

const RouteSwitchView = z
  .object({ area: z.string(), route: Coded, from: z.string(), open: z.boolean(), at: Instant })
  .meta({ id: 'RouteSwitch' });

/** Which routes are open in an area today, and by which switches of it and of its county. */
export const RoutesView = z
  .object({ area: z.string(), open: z.array(Coded), switches: z.array(RouteSwitchView) })
  .meta({ id: 'OpenRoutes' });
