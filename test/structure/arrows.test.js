import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { roomOf, rooms } from './arrows.js';
import { sources } from './sources.js';

const byPath = new Map(sources.map((source) => [source.path, source]));

/** @param {string} path */
const elementFolder = (path) => {
  const name = /^src\/elements\/([\w-]+)\//.exec(path)?.[1];
  // A folder without a registration holds what several elements draw; it is nobody's class.
  return name && byPath.has(`src/elements/${name}/define.ts`) ? name : undefined;
};

describe('imports', () => {
  it('follow the arrows of the architecture', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const room = roomOf(path);
      if (!room) return [`${path} stands in no room of the architecture`];
      return imports.flatMap(({ to, isPackage, isType, isDynamic }) => {
        if (isPackage) {
          const allowed = [...room.packages, ...(room.packagesOnDemand ?? [])];
          return allowed.some((name) => name.test(to)) ? [] : [`${path} imports the package ${to}${isDynamic ? ' on demand' : ''}`];
        }
        const target = roomOf(to)?.name ?? '';
        const allowed = [room.name, ...room.mayImport, ...(isType ? (room.mayImportTypesOf ?? []) : [])];
        return allowed.includes(target) || !byPath.has(to) ? [] : [`${path} (${room.name}) imports ${to} (${target || 'no room'})`];
      });
    });
    assert.deepEqual(wrong, []);
  });

  it('name files that exist', () => {
    const missing = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ to, isPackage }) => !isPackage && /\.[jt]s$/.test(to) && !byPath.has(to) && !to.endsWith('.d.ts'))
        .map(({ to }) => `${path} imports ${to}`),
    );
    assert.deepEqual(missing, []);
  });

  it("leave another element's class alone", () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const own = elementFolder(path);
      if (!own) return [];
      return imports
        .filter(({ to, isType }) => {
          const other = elementFolder(to);
          // Registering what one uses is the one reason to look next door.
          return other && other !== own && !isType && !to.endsWith('/define.ts');
        })
        .map(({ to }) => `${path} imports ${to}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('bring heavy packages only on demand', () => {
    const isHeavy = (/** @type {string} */ path) =>
      byPath
        .get(path)
        ?.imports.some(
          ({ to, isPackage, isType }) => isPackage && !isType && rooms.some(({ packagesOnDemand = [] }) => packagesOnDemand.some((name) => name.test(to))),
        );
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ to, isType, isDynamic }) => !isType && !isDynamic && isHeavy(to))
        .map(({ to }) => `${path} imports ${to}, which brings a heavy package, without import()`),
    );
    assert.deepEqual(wrong, []);
  });

  it('form no cycle', () => {
    /** @type {Set<string>} */
    const done = new Set();
    /** @type {string[][]} */
    const cycles = [];
    /** @param {string} path @param {readonly string[]} trail */
    const visit = (path, trail) => {
      const start = trail.indexOf(path);
      if (start >= 0) {
        cycles.push([...trail.slice(start), path]);
        return;
      }
      if (done.has(path)) return;
      // Types are gone when the program runs; a circle of types alone hurts nobody.
      for (const { to, isType } of byPath.get(path)?.imports ?? []) if (!isType && byPath.has(to)) visit(to, [...trail, path]);
      done.add(path);
    };
    for (const { path } of sources) visit(path, []);
    assert.deepEqual(
      cycles.map((cycle) => cycle.join(' → ')),
      [],
    );
  });
});

describe('exports', () => {
  it('have names', () => {
    assert.deepEqual(
      sources.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ path }) => path),
      [],
    );
  });

  it('are gathered in no barrel but the entries', () => {
    const barrels = sources.filter(({ path, reExports }) => reExports.length > 1 && !/^(src\/(index|cdn)|mocks\/index)\.ts$/.test(path));
    assert.deepEqual(
      barrels.map(({ path }) => path),
      [],
    );
  });
});
