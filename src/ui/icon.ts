import { html, type TemplateResult } from 'lit';

type Shapes = readonly (readonly [tag: string, attributes: Readonly<Record<string, string | number | undefined>>])[];

/** Draws an icon that only repeats what the text beside it says; a control without text carries its own name. */
export type Icon = () => TemplateResult;

/**
 * Writes a shape as path data, so that an icon is two nodes whatever it is made of. Each begins at the origin, since icons start with
 * relative moves. Knows the shapes our icons are made of; drawing one of another throws, which their test sees.
 */
function toPath([tag, attributes]: Shapes[number]): string {
  const number = (name: string) => Number(attributes[name]);
  switch (tag) {
    case 'path':
      return `M0 0${attributes['d']}`;
    case 'polyline':
      return `M${attributes['points']}`;
    case 'circle': {
      const r = number('r');
      return `M${number('cx') - r} ${attributes['cy']}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    }
    case 'rect': {
      const r = number('rx');
      const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
      const [across, down] = [number('width') - 2 * r, number('height') - 2 * r];
      return `M${number('x') + r} ${attributes['y']}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
    }
  }
  throw new TypeError(tag);
}

/** An icon of the set; a directed one points along the line of writing and is mirrored where that runs from right to left. */
export function createIcon(shapes: Shapes, directed = false): Icon {
  let path: string | undefined;
  return () =>
    html`<svg class=${directed ? 'icon directed' : 'icon'} viewBox="0 0 24 24" aria-hidden="true"><path d=${(path ??= shapes.map(toPath).join(''))} /></svg>`;
}
