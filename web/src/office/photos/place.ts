import type { TakenAt } from '../../../../domain/schemas/paper.js';

const WAIT_MS = 8_000;

/** Where the phone is; nothing where it does not know or may not say. */
export const placeNow = (): Promise<TakenAt | undefined> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) resolve(undefined);
    else
      navigator.geolocation.getCurrentPosition(
        ({ coords: { latitude, longitude, accuracy }, timestamp }) =>
          resolve({ latitude, longitude, accuracyMetres: accuracy, at: new Date(timestamp).toISOString() }),
        () => resolve(undefined),
        { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 60_000 },
      );
  });
