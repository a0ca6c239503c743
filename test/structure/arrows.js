// The arrows of design/architecture.md: who may import whom. The first room whose pattern fits a file is the file's room.

/**
 * @typedef {object} Room
 * @property {string} name
 * @property {RegExp} files
 * @property {readonly string[]} mayImport names of other rooms; its own is always allowed
 * @property {readonly RegExp[]} packages
 * @property {readonly RegExp[]} [packagesOnDemand] only in files that others load by `import()`
 * @property {readonly string[]} [mayImportTypesOf] rooms of which only types may be used
 */

const lit = /^lit(\/.*)?$/;

/** @type {readonly Room[]} */
export const rooms = [
  { name: 'model', files: /^src\/model\//, mayImport: [], packages: [] },
  { name: 'format', files: /^src\/format\//, mayImport: ['model'], packages: [] },
  { name: 'i18n', files: /^src\/i18n\//, mayImport: ['model'], packages: [] },
  { name: 'rest', files: /^src\/rest\//, mayImport: ['model'], packages: [] },
  { name: 'sources/registry', files: /^src\/sources\/registry\.ts$/, mayImport: ['model', 'rest', 'sources'], packages: [] },
  { name: 'sources', files: /^src\/sources\//, mayImport: ['model', 'rest', 'sources/registry'], packages: [] },
  {
    name: 'data/config',
    files: /^src\/data\/(config|settings)\.ts$/,
    mayImport: ['model', 'i18n', 'sources/registry', 'data'],
    packages: [lit, /^@lit\/context$/],
  },
  { name: 'data', files: /^src\/data\//, mayImport: ['model', 'i18n', 'sources/registry', 'data/config'], packages: [lit, /^@lit\/(task|context)$/] },
  { name: 'chart', files: /^src\/ui\/chart\//, mayImport: ['model', 'format', 'i18n', 'ui'], packages: [lit], packagesOnDemand: [/^chart\.js(\/.*)?$/] },
  { name: 'ui', files: /^src\/ui\//, mayImport: ['model', 'format', 'i18n', 'chart'], packages: [lit, /^lucide\/dist\/esm\/icons\/[\w-]+\.mjs$/] },
  {
    name: 'elements',
    files: /^src\/elements\//,
    mayImport: ['model', 'version', 'format', 'i18n', 'data', 'data/config', 'ui', 'chart'],
    packages: [lit, /^@lit\/context$/],
  },
  // The number alone: elements carry it, and a second copy on the page is told by it.
  { name: 'version', files: /^src\/version\.ts$/, mayImport: [], packages: [] },
  {
    name: 'entries',
    files: /^src\/[\w-]+\.ts$/,
    mayImport: ['model', 'version', 'elements', 'data/config', 'sources/registry', 'sources', 'i18n'],
    packages: [],
  },
  // The program that asks a backend what it can do, for integrators; no page loads it.
  { name: 'check', files: /^src\/check\//, mayImport: ['model', 'rest', 'sources', 'version'], packages: [] },
  // Makes openapi.json from the run-time schemas, with examples from the mocks; nothing that ships imports it.
  { name: 'openapi', files: /^mocks\/openapi\//, mayImport: ['model', 'rest', 'mocks'], packages: [] },
  { name: 'mocks', files: /^mocks\//, mayImport: [], mayImportTypesOf: ['rest', 'model'], packages: [/^msw(\/browser)?$/] },
  { name: 'demo', files: /^demo\//, mayImport: ['entries', 'elements', 'mocks'], packages: [] },
];

/** @param {string} path */
export const roomOf = (path) => rooms.find(({ files }) => files.test(path));
