// What the structure tests know about the files of the repository: read once, parsed with a real parser.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/** Every file of the repository that is not ignored, whether committed yet or not. */
export const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((path) => path && existsSync(path));

/**
 * @typedef {object} Import
 * @property {string} to path of the imported file, or the package's specifier
 * @property {boolean} isPackage
 * @property {boolean} isType whether nothing of it is left after compiling
 * @property {boolean} isDynamic
 */

/**
 * @typedef {object} Source
 * @property {string} path
 * @property {string} text
 * @property {readonly Import[]} imports
 * @property {readonly string[]} reExports files or packages it exports from
 * @property {boolean} hasDefaultExport
 * @property {import('vite').ESTree.Program} program
 */

/**
 * @param {string} from
 * @param {string} specifier
 */
function resolve(from, specifier) {
  if (!specifier.startsWith('.')) return specifier;
  const path = join(dirname(from), specifier.replace(/\?.*$/, ''));
  return [path.replace(/\.js$/, '.ts'), path].find(existsSync) ?? path;
}

/**
 * @param {string} path
 * @returns {Source}
 */
function read(path) {
  const text = readFileSync(path, 'utf8');
  const { module, program, errors } = parseSync(path, text);
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`);
  /** @param {string} specifier @param {boolean} isType @param {boolean} isDynamic @returns {Import} */
  const found = (specifier, isType, isDynamic) => ({ to: resolve(path, specifier), isPackage: !specifier.startsWith('.'), isType, isDynamic });
  /** @param {readonly {isType: boolean}[]} entries */
  const allTypes = (entries) => entries.length > 0 && entries.every(({ isType }) => isType);
  const exportsFrom = module.staticExports.map(({ entries }) => entries.filter(({ moduleRequest }) => moduleRequest)).filter(({ length }) => length > 0);
  return {
    path,
    text,
    program,
    imports: [
      ...module.staticImports.map(({ moduleRequest, entries }) => found(moduleRequest.value, allTypes(entries), false)),
      ...exportsFrom.map((entries) => found(entries[0]?.moduleRequest?.value ?? '', allTypes(entries), false)),
      ...module.dynamicImports.map(({ moduleRequest }) => {
        const written = text.slice(moduleRequest.start, moduleRequest.end);
        return found(/^'[^']*'$/.test(written) ? written.slice(1, -1) : written, false, true);
      }),
    ],
    reExports: exportsFrom.map((entries) => resolve(path, entries[0]?.moduleRequest?.value ?? '')),
    hasDefaultExport: module.staticExports.some(({ entries }) => entries.some(({ exportName }) => exportName.kind === 'Default')),
  };
}

/** The TypeScript of src, mocks and demo, without declarations of foreign modules. */
export const sources = files.filter((path) => /^(src|mocks|demo)\/.*\.ts$/.test(path) && !path.endsWith('.d.ts')).map(read);
