// Where the bytes of an entry go: `npm run build && npm run weigh -- dist/elements/profile/define.js` (default: all tags).
// Minified bytes before compression, by folder and for the heaviest modules; what is loaded on demand is left out.
import { dirname } from 'node:path';
import { build } from 'esbuild';

const entry = process.argv[2] ?? 'dist/define.js';
const { metafile } = await build({
  entryPoints: [entry],
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  outdir: 'out',
  write: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'error',
});

/** @type {Set<string>} */
const atOnce = new Set();
/** @param {string} file */
const add = (file) => {
  if (atOnce.has(file)) return;
  atOnce.add(file);
  for (const { path, kind } of metafile.outputs[file]?.imports ?? []) if (kind === 'import-statement') add(path);
};
for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) if (entryPoint === entry) add(file);

const modules = [...atOnce].flatMap((file) =>
  Object.entries(metafile.outputs[file]?.inputs ?? {}).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })),
);

/** @param {string} path */
const folderOf = (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? dirname(path);

/** @type {Map<string, number>} */
const folders = new Map();
for (const { path, bytes } of modules) folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + bytes);

/** @param {readonly (readonly [string, number])[]} rows */
const print = (rows) => console.log(rows.map(([name, bytes]) => `${String(bytes).padStart(8)}  ${name}`).join('\n'));

/** @param {readonly [string, number]} left @param {readonly [string, number]} right */
const heaviestFirst = (left, right) => right[1] - left[1];

print([['all', modules.reduce((sum, { bytes }) => sum + bytes, 0)]]);
print([...folders].sort(heaviestFirst));
console.log();
print(
  modules
    .map(({ path, bytes }) => /** @type {const} */ ([path, bytes]))
    .sort(heaviestFirst)
    .slice(0, 40),
);
