// What a page has to load, ours and others alike: bundled, minified, gzip −9.

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundled, cdnModules, gzipKiB, staticFiles } from '../package/bundles.js';
import { asPublished } from './bundle.js';
import { fetched, widgets } from './published.js';

/** @typedef {readonly [subject: string, kib: number]} Weight */

/** @param {string} contents @param {import('esbuild').Loader} [loader] */
async function weigh(contents, loader = 'js') {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader },
    ...asPublished,
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + gzipKiB(bytes), 0);
}

/** @param {Iterable<string>} paths */
const weightOf = (paths) => [...paths].reduce((sum, path) => sum + gzipKiB(readFileSync(path)), 0);

/** The files on demand whose modules match. @param {RegExp} pattern */
const onDemand = (pattern) =>
  Object.entries(cdnModules()).flatMap(([file, modules]) => (file.includes('-') && modules.some((path) => pattern.test(path)) ? [`cdn/${file}`] : []));

const base = `export * from 'lit'; export * from '@lit/task'; export * from '@lit/context';
  ${['guard', 'if-defined', 'keyed', 'ref', 'repeat'].map((name) => `export * from 'lit/directives/${name}.js';`).join('\n')}`;

/** The members of an event, checked the way each library means it. */
const schemas = {
  valibot:
    "import * as v from 'valibot'; export const read = (given) => v.safeParse(v.object({ id: v.string(), at: v.number(), name: v.optional(v.string()) }), given);",
  'zod mini':
    "import * as z from 'zod/mini'; export const read = (given) => z.object({ id: z.string(), at: z.number(), name: z.optional(z.string()) }).safeParse(given);",
  zod: "import * as z from 'zod'; export const read = (given) => z.object({ id: z.string(), at: z.number(), name: z.string().optional() }).safeParse(given);",
};

const charts = {
  uPlot: "export { default } from 'uplot';",
  'Chart.js, line': "export { Chart, LineController, LineElement, PointElement, LinearScale } from 'chart.js';",
  'Chart.js, line, tooltip, filler, decimation':
    "export { Chart, LineController, LineElement, PointElement, LinearScale, Tooltip, Filler, Decimation } from 'chart.js';",
  'Chart.js, everything': "export { default } from 'chart.js/auto';",
  ECharts: `export { init, use } from 'echarts/core'; export { LineChart } from 'echarts/charts';
    export { GridComponent, MarkLineComponent } from 'echarts/components'; export { CanvasRenderer } from 'echarts/renderers';`,
  ApexCharts: "export { default } from 'apexcharts';",
  'React + Recharts':
    "export { createElement } from 'react'; export { createRoot } from 'react-dom/client'; export { LineChart, Line, XAxis, YAxis, Tooltip } from 'recharts';",
};

const lists = {
  'TanStack Virtual': "export * from '@tanstack/virtual-core';",
  '@lit-labs/virtualizer': "export * from 'lit'; export * from '@lit-labs/virtualizer/virtualize.js';",
  Tabulator: "export { TabulatorFull } from 'tabulator-tables';",
  'AG Grid': "export { createGrid, AllCommunityModule, ModuleRegistry } from 'ag-grid-community';",
  'vis-timeline': "export { Timeline } from 'vis-timeline/esnext'; export { DataSet } from 'vis-data/esnext';",
};

/** @param {Readonly<Record<string, string>>} codes @returns {Promise<Weight[]>} */
const weightsOf = (codes) => Promise.all(Object.entries(codes).map(async ([name, code]) => /** @type {const} */ ([name, await weigh(code)])));

/** @param {import('./published.js').Published} widget @returns {Promise<Weight>} */
async function weightOfWidget(widget) {
  const path = fetched(widget);
  return [widget.name, widget.imports ? await weigh(`import './${path}';`) : weightOf([path])];
}

/**
 * @returns {Promise<readonly (readonly [name: string, target: string, weights: readonly Weight[]])[]>}
 */
export async function bytes() {
  const languages = onDemand(/src\/i18n\/locales\//).map((path) => weightOf([path]));
  const sources = onDemand(/src\/sources\/(optimove|smartico)\//).map((path) => weightOf([path]));
  /** @param {readonly number[]} weights @returns {Weight[]} */
  const range = (weights) => [
    ['ours, lightest', Math.min(...weights)],
    ['ours', Math.max(...weights)],
  ];
  const section = await bundled('dist/elements/predictions/define.js');
  const checks = await bundled('dist/rest/answer.js');
  return [
    [
      'Bytes: all tags, one script tag',
      '≤ 40 KiB (stretch 30)',
      [['ours', weightOf(staticFiles('cdn/c360.js'))], ...(await Promise.all(widgets.map(weightOfWidget)))],
    ],
    [
      'Bytes: one section from the package',
      '≤ 20 KiB (stretch 15)',
      [['ours', section.kib], ...(await weightsOf({ 'lit, @lit/task, @lit/context, directives': base }))],
    ],
    ['Bytes: what checks answers', '', [['ours', checks.kib], ...(await weightsOf(schemas))]],
    ['Bytes: what draws a line chart', '≤ 60 KiB (stretch 56)', [['ours', weightOf(onDemand(/ui\/chart\/line-chart\.ts$/))], ...(await weightsOf(charts))]],
    ['Bytes: a list or a timeline', '', await weightsOf(lists)],
    ['Bytes: a source for a warehouse', '≤ 6 KiB (stretch 4)', range(sources)],
    ['Bytes: a language', '≤ 3 KiB (stretch 2)', range(languages)],
    ['Bytes: the classic script, everything in one file', '≤ 105 KiB (stretch 95)', [['ours', weightOf(['cdn/c360.iife.js'])]]],
  ];
}
