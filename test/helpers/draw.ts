import { adoptStyles, type CSSResult, render } from 'lit';
import { baseStyles } from '../../src/ui/base.styles.js';
import { unmountAll } from './mount.js';

const drawn = new Set<Element>();

/** Draws templates into a shadow tree of their own, styled as every element is; removed after the test. */
export interface Drawing {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Draws again, as an element does when its state changes. */
  readonly again: (content: unknown) => void;
}

export function draw(content: unknown, styles: readonly CSSResult[] = [], into: Element = document.body): Drawing {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, [...baseStyles, ...styles]);
  into.append(host);
  drawn.add(host);
  const again = (next: unknown) => {
    render(next, root);
  };
  again(content);
  return { host, root, again };
}

/** The one element that matches; says so when there is none. */
export function find<Kind extends Element = HTMLElement>(root: ParentNode, selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
}

afterEach(() => {
  unmountAll();
  for (const host of drawn) host.remove();
  drawn.clear();
});
