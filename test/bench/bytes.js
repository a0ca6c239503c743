// What a page has to load, ours and others alike: bundled, minified, gzip −9.

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundled, cdnModules, gzipKiB, staticFiles } from '../package/bundles.js';

/** @typedef {readonly [subject: string, kib: number]} Weight */

/** @param {string} contents @param {import('esbuild').Loader} [loader] */
async function weigh(contents, loader = 'js') {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + gzipKiB(bytes), 0);
}

/** @param {Iterable<string>} paths */
const weightOf = (paths) => [...paths].reduce((sum, path) => sum + gzipKiB(readFileSync(path)), 0);

/**
 * @returns {Promise<readonly (readonly [name: string, target: string, weights: readonly Weight[]])[]>}
 */
export async function bytes() {
  const chart = Object.entries(cdnModules()).flatMap(([file, modules]) =>
    file.includes('-') && modules.some((path) => path.endsWith('ui/chart/line-chart.ts')) ? [`cdn/${file}`] : [],
  );
  const section = await bundled('dist/elements/predictions/define.js');
  const eCharts = `export { init, use } from 'echarts/core'; export { LineChart } from 'echarts/charts';
    export { GridComponent, MarkLineComponent } from 'echarts/components'; export { CanvasRenderer } from 'echarts/renderers';`;
  return [
    ['Bytes: all tags, one script tag', '≤ 40 KiB', [['ours', weightOf(staticFiles('cdn/c360.js'))]]],
    ['Bytes: one section from the package', '≤ 20 KiB', [['ours', section.kib]]],
    [
      'Bytes: what draws a line chart',
      '≤ 60 KiB',
      [
        ['ours', weightOf(chart)],
        ['uPlot', await weigh("export { default } from 'uplot';")],
        ['Chart.js, everything', await weigh("export { default } from 'chart.js/auto';")],
        ['ECharts', await weigh(eCharts)],
      ],
    ],
    [
      'Bytes: a list or a timeline',
      '',
      [
        ['Tabulator', await weigh("export { TabulatorFull } from 'tabulator-tables';")],
        ['vis-timeline', await weigh("export { Timeline } from 'vis-timeline/esnext'; export { DataSet } from 'vis-data/esnext';")],
      ],
    ],
  ];
}
