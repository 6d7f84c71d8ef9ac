import { init, type EChartsCoreOption } from 'echarts';

/** Space around the marks, in CSS pixels. */
export interface Grid {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What ECharts is to draw. */
export type Drawing = EChartsCoreOption & { readonly grid: Grid };

/** Size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a chart as static SVG: without the classes, styles and marks that serve ECharts' own script, so that the page
 * needs no inline style and its Content-Security-Policy can forbid them.
 * @param id of the drawing, unique in the page
 * @param over SVG that is put over the marks
 */
export function drawSvg(id: string, option: Drawing, size: Size, over: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...option });
    return still(chart.renderToSVGString({ useViewBox: true }), id).replace(
      /<\/svg>$/,
      () => `${over}</svg>`,
    );
  } finally {
    // Timers of a chart that is not disposed keep the process alive.
    chart.dispose();
  }
}

/** Text of data cannot look like these patterns: ECharts escapes `<` and quotes in it. */
function still(svg: string, id: string): string {
  return svg
    .replace(/<style ?>[\s\S]*?<\/style>/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>/, '')
    .replace(
      / (class|style|ecmeta_[a-z_]+|pointer-events|xml:space|xmlns(:xlink)?|baseProfile|version)="[^"]*"/g,
      '',
    )
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
    .replace(/\n+/g, '');
}
