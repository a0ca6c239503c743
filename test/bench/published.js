// Other people's drop-in widgets as they are published, only to be weighed. They are no dependencies of this project: two of them bring
// eight hundred packages with them. Each is fetched once, by exact version and checksum, and kept in .cache/.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.cache/published';

/**
 * @typedef {object} Published
 * @property {string} name of the package
 * @property {string} version
 * @property {string} file what a page loads
 * @property {boolean} [imports] whether it imports others, which have to be put into one
 * @property {string} sha512 of the published archive, base64
 */

/** @type {readonly Published[]} */
export const widgets = [
  {
    name: 'emoji-picker-element',
    version: '1.29.1',
    file: 'index.js',
    imports: true,
    sha512: 'TOiHzu9Dqib3x4MwcAi3wi3RdyT4SoeB4b15AvH1ks4SBwTl7DeebhZ0d3x6dNi4XfNU7IGRZ7NBQllj0RqwrQ==',
  },
  {
    name: 'media-chrome',
    version: '4.19.4',
    file: 'dist/iife/index.js',
    sha512: 'QAL48kT03+InLijPzXN1end9fcsl0/l53j1laCfbt/79vF2iZ45dovv4wQMw2q9zOLEiDwWsB718NJPhtZUBDg==',
  },
  {
    name: '@shoelace-style/shoelace',
    version: '2.20.1',
    file: 'cdn/shoelace.js',
    imports: true,
    sha512: 'FSghU95jZPGbwr/mybVvk66qRZYpx5FkXL+vLNpy1Vp8UsdwSxXjIHE3fsvMbKWTKi9UFfewHTkc5e7jAqRYoQ==',
  },
  {
    name: 'rapidoc',
    version: '9.3.8',
    file: 'dist/rapidoc-min.js',
    sha512: 'eCYEbr1Xr8OJZvVCw8SXl9zBCRoLJbhNGuG5IZTHq/RWAOq/O4MafUCuFEyZHsrhLrlUcGZMa64pyhpib8fQKQ==',
  },
  {
    name: '@stoplight/elements',
    version: '9.0.25',
    file: 'web-components.min.js',
    sha512: 'rDbNsgSCNo74lyV57cBzym+8F68/R2j7UPq4r3w5qK608vX8APNJhTq+2MkbTjsM3bUhFIoRdI225tlI85KpCA==',
  },
  {
    name: '@scalar/api-reference',
    version: '1.76.0',
    file: 'dist/browser/standalone.js',
    sha512: 'pjqwnzmA9YK3ZX+IZSICMsywm4qI6HLSngR2py9H6TvFApHHuJjkTAd+gFJfnqJDzJuro8k7ji6JCtJ2U+Byng==',
  },
];

/**
 * @param {Published} widget
 * @returns {string} where its file lies
 */
export function fetched({ name, version, file, sha512 }) {
  const title = `${name.replace('@', '').replace('/', '-')}-${version}`;
  const archive = join(FOLDER, `${title}.tgz`);
  const isWhole = () => existsSync(archive) && createHash('sha512').update(readFileSync(archive)).digest('base64') === sha512;
  mkdirSync(join(FOLDER, title), { recursive: true });
  if (!isWhole()) {
    execFileSync('npm', ['pack', `${name}@${version}`, '--pack-destination', FOLDER], { stdio: 'ignore' });
    if (!isWhole()) throw new Error(`${name} ${version} is not what it was: its checksum differs`);
  }
  const path = join(FOLDER, title, 'package', file);
  if (!existsSync(path)) execFileSync('tar', ['-xzf', archive, '-C', join(FOLDER, title)]);
  return path;
}
