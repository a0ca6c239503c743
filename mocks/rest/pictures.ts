import { shopProducts, slug } from '../customers/shop.js';

/** Simple drawings for departments, 48 by 48: the data has no pictures. */
const shapes: Readonly<Record<string, string>> = {
  grocery: '<path d="M15 20h18l-2 18H17z"/><path d="M19 20c0-10 10-10 10 0" fill="none" stroke="currentColor" stroke-width="2.5"/>',
  produce: '<circle cx="24" cy="28" r="10"/><path d="M24 18c0-5 4-7 8-7 0 5-4 7-8 7z"/>',
  meat: '<path d="M13 30c0-9 9-16 17-13 8 3 6 13-2 16-7 3-15 3-15-3z"/>',
  deli: '<path d="M11 31h26l-3 6H14z"/><path d="M12 28c2-12 22-12 24 0z"/>',
  'drug-gm': '<rect x="17" y="12" width="14" height="6" rx="1"/><rect x="15" y="20" width="18" height="18" rx="3"/>',
  pastry: '<path d="M12 30c0-8 5-13 12-13s12 5 12 13z"/><path d="M15 32h18l-2 6H17z"/>',
  seafood: '<path d="M10 25c7-10 18-10 24 0-6 10-17 10-24 0z"/><path d="M34 25l6-6v12z"/>',
  fuel: '<path d="M15 12h13v26H15z"/><path d="M29 22c6 0 3 12 7 12V20l-4-5" fill="none" stroke="currentColor" stroke-width="2.5"/>',
  floral:
    '<circle cx="24" cy="19" r="4"/><circle cx="18" cy="15" r="4"/><circle cx="30" cy="15" r="4"/><circle cx="19" cy="24" r="4"/><circle cx="29" cy="24" r="4"/><path d="M23 26h2v13h-2z"/>',
  other: '<path d="M12 18l12-6 12 6v14l-12 6-12-6z"/>',
};

const hues: readonly (readonly [ground: string, ink: string])[] = [
  ['#e3ecf7', '#2f5c94'],
  ['#e4f1e7', '#2c6e46'],
  ['#f5e9df', '#93561f'],
  ['#efe6f3', '#6d4287'],
  ['#f4e6e8', '#94394b'],
];

const departments = [...new Set(shopProducts.flatMap(({ department }) => (department ? [slug(department)] : [])))].sort();

/** The picture of a department (or of `other`) as SVG text. */
export function productPicture(department: string): string {
  const [ground, ink] = hues[Math.max(departments.indexOf(department), 0) % hues.length] ?? ['#eee', '#555'];
  const shape = shapes[department] ?? shapes[department.split('-')[0] ?? ''] ?? shapes.other ?? '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="96" height="96"><rect width="48" height="48" fill="${ground}"/><g fill="${ink}" color="${ink}">${shape}</g></svg>`;
}

/** A drawn face of nobody. */
export function avatarPicture(): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="96" height="96"><rect width="48" height="48" fill="#dfe7f1"/><circle cx="24" cy="19" r="8" fill="#3d5f8a"/><path d="M8 48c0-12 7-18 16-18s16 6 16 18z" fill="#3d5f8a"/></svg>';
}
