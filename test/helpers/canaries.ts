import { Chart } from 'chart.js';
import { type AnswerName, answersFor } from './answers.js';

/** Customers of whom everything is marked: their texts by their name, their amounts by a number. */
export const MARKS = { alfaq: '71717', bravq: '82828', caroq: '93939', deltq: '64646' } as const;
export type Marked = keyof typeof MARKS;
export const MARKED = Object.keys(MARKS) as Marked[];

const held = new Map<Marked, Readonly<Record<AnswerName, object>>>();

/** The answers of a marked customer: each text holds the customer's id and an x, each amount the number. */
export function markedAnswers(customer: Marked): Readonly<Record<AnswerName, object>> {
  const known = held.get(customer);
  if (known) return known;
  const answers = answersFor({
    customerId: customer,
    write: (_, plain, kind) => (kind === 'text' ? `${customer}x ${plain}` : kind === 'id' ? `${plain}-${customer}x` : plain),
    amount: (plain) => `${MARKS[customer]}.${String(plain).padStart(2, '0')}`,
  });
  held.set(customer, answers);
  return answers;
}

const separators = /[,.\s\u00a0\u202f]/g;
const anyMark = new RegExp(`(?:${Object.keys(MARKS).join('|')})(x?)|${Object.values(MARKS).join('|')}`, 'gi');
const owners = new Map<string, Marked>(MARKED.flatMap((customer) => [[customer, customer] as const, [MARKS[customer], customer] as const]));

/** Whose marks stand in the text; a bare id, which the host knows without us, may be taken for none. */
export function marksIn(text: string, { bareIds = true } = {}): ReadonlySet<Marked> {
  const found = new Set<Marked>();
  for (const [mark, isData] of text.replace(separators, '').matchAll(anyMark)) {
    const owner = owners.get(mark.toLowerCase().slice(0, 5));
    if (owner && (bareIds || isData !== '')) found.add(owner);
  }
  return found;
}

/** Everything of the tree that could be painted, spoken or copied: texts, attributes, values of inputs, across all open shadow roots. */
export function everythingIn(node: Node, found: string[] = []): readonly string[] {
  if (node instanceof Text) found.push(node.data);
  if (node instanceof Element) {
    // By name: each attribute asked for as an object is made into one, and stays one.
    for (const name of node.getAttributeNames()) found.push(node.getAttribute(name) ?? '');
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement) found.push(node.value);
    if (node.shadowRoot) everythingIn(node.shadowRoot, found);
  }
  for (let child = node.firstChild; child; child = child.nextSibling) everythingIn(child, found);
  return found;
}

/** What the drawings within hold: labels and figures, as Chart.js has them. */
function* drawnIn(node: Node): Generator<string> {
  for (const chart of Object.values(Chart.instances)) {
    if (!isWithin(chart.canvas, node)) continue;
    for (const { label, data } of chart.data.datasets) {
      yield label ?? '';
      yield JSON.stringify(data);
    }
  }
}

function isWithin(inner: Node | null, outer: Node): boolean {
  for (let node: Node | null = inner; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) if (node === outer) return true;
  return false;
}

/** The same as one text, written by the browser: fast enough for every frame. */
function writtenOut(root: Element): string {
  const found = [root.outerHTML];
  const walk = (within: ParentNode) => {
    for (const element of within.querySelectorAll('*')) lookInto(element);
  };
  const lookInto = (element: Element) => {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) found.push(element.value);
    if (!element.shadowRoot) return;
    found.push(element.shadowRoot.innerHTML);
    walk(element.shadowRoot);
  };
  lookInto(root);
  walk(root);
  // What the browser writes for a space that does not break must not tear a figure apart.
  return found.join('|').replaceAll('&nbsp;', ' ');
}

/** Whose data the tree shows, drawings included. */
export function marksShown(root: Element, options?: { readonly bareIds?: boolean }): ReadonlySet<Marked> {
  return marksIn([writtenOut(root), ...drawnIn(root)].join('|'), options);
}

/** The places where a customer's marks stand, for the words of a failure. */
export function whereShown(root: Node, customer: Marked): string {
  const places = [...everythingIn(root), ...drawnIn(root)].filter((text) => marksIn(text).has(customer));
  return places
    .slice(0, 3)
    .map((text) => JSON.stringify(text.trim().slice(0, 80)))
    .join(', ');
}
