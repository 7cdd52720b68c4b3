import { useEffect, useRef } from 'react';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type Bars, drawingOf, heightOf } from './bars.js';

use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

interface Shown {
  readonly title: string;
  readonly bars: Bars;
}

/** Bars on a canvas, as wide as there is room; whoever can't see them has the table beside. */
export default function Drawn({ title, bars }: Shown) {
  const place = useRef<HTMLElement>(null);
  const height = heightOf(bars);
  useEffect(() => {
    if (!place.current) return undefined;
    const { current } = place;
    const chart = init(current, null, { height });
    const draw = () => {
      chart.resize({ width: current.clientWidth, height });
      chart.setOption(drawingOf(bars, current.clientWidth), true);
    };
    const watch = new ResizeObserver(draw);
    watch.observe(current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [bars, height]);
  return <figure className="chart" aria-label={title} ref={place} style={{ height }} />;
}
