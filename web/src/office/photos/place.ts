const WAIT_MS = 8_000;
const DECIMALS = 5;

/** Where the phone is, as text; nothing where it does not know or may not say. */
export const placeNow = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) resolve(undefined);
    else
      navigator.geolocation.getCurrentPosition(
        ({ coords: { latitude, longitude } }) =>
          resolve(`${latitude.toFixed(DECIMALS)}, ${longitude.toFixed(DECIMALS)}`),
        () => resolve(undefined),
        { timeout: WAIT_MS, maximumAge: 60_000 },
      );
  });
