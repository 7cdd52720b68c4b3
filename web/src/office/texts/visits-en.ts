import type { Translated } from '../../common/texts/catalogue.js';
import type { visitsZh } from './visits-zh.js';

export const visitsEn: Translated<typeof visitsZh> = {
  visits: {
    take: 'Take it along',
    takeHint: 'Kept on this phone: it can be filled in, photographed and signed where there is no network.',
    open: 'Open the form that was taken along',
    none: 'Nothing is taken along on this phone. With a network, open a task at a site from the inbox and take it along.',
    gone: 'This form is not on this phone.',
    offline:
      'No network. What was taken along and what is recorded at a board can be filled in and signed; it is kept on this device and sent when the office is opened with a network. Everything else waits until then.',
    photos: 'Photographs of the site',
    onPhone: 'On the phone, waits to be sent',
    arrived: 'Arrived',
    drop: 'Remove the photograph',
    lacks: 'Still missing: {{kinds}}',
    firstOfTwo:
      'Two sign: once yours has arrived, the other verifier opens the task on his own phone and signs. Then it counts.',
    one: 'It counts as soon as it has arrived.',
    sign: 'Sign',
    change: 'Correct it and sign anew',
    forget: 'Remove it from the phone',
    forgetHint: 'What was not sent is lost, photographs too; what has arrived stays.',
    forgetSure: 'Remove it',
    state: {
      open: 'Being filled in',
      waiting: 'Signed, waits for the network',
      refused: 'Refused: correct it',
      awaitsSecond: 'Arrived, awaits the second signature',
      recorded: 'Arrived and on record',
      received: 'Arrived, being recorded',
    },
    said: {
      waiting: 'Photographs and decision are on the phone; they are sent once when the network is back.',
      awaitsSecond: 'The other verifier opens the task on his own phone and signs.',
      recorded: 'The case has moved on.',
      received: 'It will show in the case.',
    },
  },
  places: {
    title: 'Position of the site',
    none: 'No photograph has a position. Take photographs on a phone at the site and let the browser use the position: then it is shown here.',
    no: 'No.',
    paper: 'Photograph',
    place: 'Latitude, longitude',
    accuracy: 'Accuracy',
    within: 'within about {{metres}} m',
    unknown: 'not told by the phone',
    at: 'Position taken',
    use: 'Use',
    open: 'Open in the phone’s map',
    copy: 'Copy',
    copyOne: 'Copy the position of photograph {{no}}',
    copied: 'Copied',
    farthest: 'The farthest two are about {{metres}} m apart; where that is far, check that it is the same site.',
    sketch:
      'Sketch of the positions ({{number}}), north above; the bar at the lower left is {{metres}} m long, circles show the accuracy.',
    north: 'N',
    metres: '{{metres}} m',
    hint: 'Positions are the phone’s (WGS-84). Maps made in China mostly use shifted coordinates: typed in there, a place may lie some hundred metres off. Copy it into a map that takes WGS-84.',
  },
};
