/** Bars that are told by name: each series has a value for each category. */
export interface Bars {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Whether the series of a category stand on each other: parts of a whole. */
  readonly stacked?: true;
}

interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

const ROW_PX = 48;
const AROUND_PX = 70;
const BAR_PX = 12;

/** As high as its bars need. */
export const heightOf = ({ categories, series, stacked }: Bars): number =>
  AROUND_PX + categories.length * (stacked ? ROW_PX : (BAR_PX + 4) * series.length + 18);

const INK = '#1d2a23';
const COLOURS = ['#1f6f4a', '#c47a00', '#2f6fb0', '#9aa7a0'];
const NAME_SHARE = 0.32;

/** The drawing of bars that lie one below the other, the first on top; numbers stand at their ends. */
export const drawingOf = ({ categories, series, stacked }: Bars, width: number) => ({
  animation: false,
  color: COLOURS,
  textStyle: { color: INK, fontSize: 13 },
  legend: { top: 0, left: 0, textStyle: { color: INK } },
  grid: { left: width * NAME_SHARE + 10, right: 70, top: 36, bottom: 28 },
  xAxis: { type: 'value' as const, splitNumber: 3, axisLabel: { color: INK, hideOverlap: true } },
  yAxis: {
    ...{ type: 'category' as const, inverse: true, data: [...categories] },
    axisLabel: { color: INK, width: width * NAME_SHARE, overflow: 'break' as const, interval: 0 },
  },
  series: series.map(({ name, values }) => ({
    ...{ type: 'bar' as const, name, data: [...values], barMaxWidth: BAR_PX + 6 },
    ...(stacked && { stack: 'all' }),
    label: { show: !stacked, position: 'right' as const, color: INK },
  })),
});
