/** A host that must never be asked anything. */
export const EVIL = 'evil.example.test';

/** Something hostile in the place of a text, and something harmless of the same shape that must look the same to a DOM. */
export interface Vector {
  readonly name: string;
  readonly hostile: unknown;
  readonly harmless: unknown;
  /** It leads somewhere it must not: in the place of an address it counts as none. */
  readonly isAddress?: boolean;
  /** An id that holds it is none. */
  readonly spoilsIds?: boolean;
}

/** An address nothing may lead to, and that no one could mistake for an attack. */
export const REFUSED = 'ftp://files.example.test/x';

const run = 'globalThis.pwned=1';

/** Text that some parser somewhere would take for more than text: quality.md X1 to X13, PS7, V17 to V24. */
const texts: Readonly<Record<string, string>> = {
  'an image that runs a script': `<img src=x onerror="${run}">`,
  'a script': `<script>${run}</script>`,
  'an end of everything, then markup': `"'>\`--></style></textarea></title></script></svg><svg onload=${run}>`,
  'a frame with a document': `<iframe srcdoc="<script>parent.${run}</script>"></iframe><base href=//${EVIL}/>`,
};

/** Addresses no link may lead to and no picture may come from. */
const addresses: Readonly<Record<string, string>> = {
  'a script address': `javascript:${run}//https://shop.example.test`,
  'a script address with a tab and mixed case': `jAvA\tscRipt:${run}`,
  'a document address': `data:text/html,<script>opener.${run}</script>`,
  'an old script address': `vbscript:msgbox(1)`,
  'an address without a scheme': `//${EVIL}/x.png`,
  'an address with a backslash': `/\\${EVIL}/x.png`,
  'an address with a name and password': `https://shop.example.test@${EVIL}/x.png`,
  'a foreign address': `https://${EVIL}/x.png`,
  'a mail with a hidden copy': `mailto:a@b.example?bcc=c@${EVIL}&body=%0d%0aBcc:d@${EVIL}`,
};

const furtherTexts: Readonly<Record<string, string>> = {
  'a style that loads': `red;background:url(https://${EVIL}/c);--c360-accent:url(//${EVIL}/d)`,
  'a style sheet': `}*{background:url(https://${EVIL}/c)}@import "//${EVIL}/e";`,
  'an attribute': `x" onfocus="${run}" autofocus style="position:fixed" class="visually-hidden`,
  'a selector': `"] , * { } [id="heading`,
  'names of members of every object': `__proto__ constructor toString hasOwnProperty`,
  'templates of other libraries': `\${${run}} {{constructor.constructor('${run}')()}} <%= ${run} %> #{${run}}`,
  'the marks of this template library': `<?lit$123456789$?>lit$123456789$<!--?lit$-->`,
  entities: `&lt;b&gt;&amp;amp;&#0;&NewLine;`,
  'a call to log in': `Session expired, go to https://${EVIL}/login`,
};

/** Letters that change how the neighbours are read, or that no text may hold. */
const letters: Readonly<Record<string, readonly [hostile: string, harmless: string]>> = {
  'text that turns its direction': ['gpj.\u202Eexe\u2066\u200F\u061C', 'gpj.exe'],
  'letters without width': ['a\u200B\u200D\uFEFFb', 'ab'],
  'NUL and other controls': ['a\u0000b\u0007c\u009Fd', 'abcd'],
  'half a letter': ['a\uD800b', 'a\uFFFDb'],
  'many marks on one letter': [`Z${'\u0301'.repeat(300)}`, 'x'.repeat(301)],
};

/** What a template library would take for one of its own (F8). In the place of a text, harmless is another object. */
const gadgets: Readonly<Record<string, unknown>> = {
  'a template': { _$litType$: 1, strings: ['<img src=x onerror=globalThis.pwned=1>'], values: [] },
  'a template with its marks': { _$litType$: 1, strings: { raw: ['<b>'], length: 1 }, values: [], h: '<b>' },
  'a directive': { _$litDirective$: 1, values: [] },
  'a node': { nodeType: 1, nodeName: 'IMG' },
  'an object without words': { toString: 1, valueOf: 1 },
  'an object with an iterator': { length: 3, 0: 'a', 'Symbol(Symbol.iterator)': 1 },
};

function meaningless(text: string): string {
  return text.replace(/\S/g, 'x');
}

export const textVectors: readonly Vector[] = [
  // Text of the same length without a meaning to anybody, so that nothing is clamped or folded otherwise.
  ...Object.entries({ ...texts, ...furtherTexts }).map(([name, hostile]) => ({ name, hostile, harmless: meaningless(hostile) })),
  ...Object.entries(addresses).map(([name, hostile]) => ({ name, hostile, harmless: meaningless(hostile), isAddress: true })),
  ...Object.entries(letters).map(([name, [hostile, harmless]]) => ({ name, hostile, harmless, spoilsIds: true })),
];

export const gadgetVectors: readonly Vector[] = Object.entries(gadgets).map(([name, hostile]) => ({ name, hostile, harmless: { plain: 'object' } }));

/** A text of a million letters without a space (V17), of which all but the first are markup. */
export const hugeVector: Vector = { name: 'a million letters', hostile: `<b>${'<i>'.repeat(333_333)}`, harmless: 'x'.repeat(1_000_002) };
