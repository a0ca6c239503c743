/** Every element below the node as the browser composes the page: through open shadow roots, and through slots to what fills them. */
export function composedElements(node: Element | ShadowRoot | Document): readonly Element[] {
  const found: Element[] = [];
  addBelow(node, found);
  return found;
}

/** From element to element: tests walk trees in every frame, and between the elements lie many texts and comments. */
function addBelow(node: Node & ParentNode, found: Element[]): void {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    for (const each of assigned) if (each instanceof Element) addWithBelow(each, found);
    if (assigned.length > 0) return;
  }
  const inner = (node instanceof Element && node.shadowRoot) || node;
  for (let child = inner.firstElementChild; child; child = child.nextElementSibling) addWithBelow(child, found);
}

function addWithBelow(element: Element, found: Element[]): void {
  found.push(element);
  addBelow(element, found);
}

/** The nodes that stand below the node on screen. What is not slotted anywhere is not there. */
export function composedChildren(node: Node): Iterable<Node> {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    if (assigned.length) return assigned;
  }
  return ((node instanceof Element && node.shadowRoot) || node).childNodes;
}

function isRendered(element: Element, { display, visibility }: CSSStyleDeclaration): boolean {
  if (display === 'none') return false;
  // An element without a box of its own, such as a slot, shows its children all the same.
  if (display === 'contents') return true;
  return visibility === 'visible' && (element instanceof SVGElement || element.checkVisibility());
}

function textBelow(node: Node): string {
  let text = '';
  for (const child of composedChildren(node)) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof Element && !(child instanceof HTMLStyleElement || child instanceof HTMLScriptElement)) {
      const style = getComputedStyle(child);
      if (isRendered(child, style)) text += style.display.startsWith('inline') ? textBelow(child) : ` ${textBelow(child)} `;
    }
  }
  return text;
}

/** The text a person meets in the element, spoken or seen: through shadow roots and slots, without what is not rendered, spaces joined. */
export function textOf(element: Element): string {
  return textBelow(element).replace(/\s+/g, ' ').trim();
}

/** Every element below that carries the part name, in the order of the page. */
export function allParts(element: Element, name: string): HTMLElement[] {
  return composedElements(element).filter((found): found is HTMLElement => found instanceof HTMLElement && found.part.contains(name));
}

/** The one element below that carries the part name; says so when there is none. */
export function part(element: Element, name: string): HTMLElement {
  const [found] = allParts(element, name);
  if (!found) throw new Error(`<${element.localName}> shows no part "${name}".`);
  return found;
}

/** Resolves when the browser is about to draw the next picture. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
