// What is told about the elements, all of it made from their class comments: finishes custom-elements.json, and writes beside the built
// files the data for editors, the types for React and Vue, and llms.txt. `--readme` writes the README's tables instead (`npm run docs`).
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{name: string, description?: string, type?: {text: string}, default?: string}} Named
 * @typedef {Named & {kind: string, privacy?: string, static?: boolean, readonly?: boolean, attribute?: string, inheritedFrom?: object, parameters?: Named[], return?: {type: {text: string}}}} Member
 * @typedef {Named & {fieldName?: string, inheritedFrom?: object}} Attribute
 * @typedef {{kind: string, name: string, tagName?: string, customElement?: boolean, summary?: string, description?: string, attributes?: Attribute[],
 *   members?: Member[], events?: Named[], slots?: Named[], cssParts?: Named[], cssProperties?: Named[], cssStates?: Named[], superclass?: object}} Declaration
 * @typedef {{schemaVersion: string, modules: {path: string, declarations?: Declaration[], exports?: object[]}[]}} Manifest
 */

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The custom properties every element takes; a test holds them equal to those the styles read. */
export const TOKENS = {
  '--c360-accent': 'Links, focus, what is chosen, the customer’s mark',
  '--c360-surface': 'Background',
  '--c360-surface-raised': 'Background of cards, popovers and dialogs',
  '--c360-text': 'Text',
  '--c360-text-muted': 'Secondary text',
  '--c360-border': 'Lines',
  '--c360-radius': 'Roundness of corners',
  '--c360-space': 'The distance all others are multiples of',
  '--c360-font-family': 'Typeface; the page’s by default',
  '--c360-font-size': 'Size of text, 13px by default',
  '--c360-positive': 'Good news',
  '--c360-negative': 'Trouble',
  '--c360-warning': 'What needs attention',
  '--c360-site': 'Site activities',
  '--c360-email': 'E-mail activities',
  '--c360-purchase': 'Purchases',
  '--c360-other': 'Other activities',
};

/** States of a section for `:state()`. */
export const STATES = {
  idle: 'No customer is set',
  loading: 'Its answer is under way',
  ready: 'It shows its answer',
  empty: 'There is nothing to show',
  error: 'It could not load',
  stale: 'It shows an answer that could not be renewed',
  hidden: 'The backend does not offer it; it takes no room',
};

/** Parts every section has by the frame around it. */
export const SECTION_PARTS = {
  section: 'The whole section',
  header: 'Heading and buttons',
  heading: 'The heading',
  body: 'What is below the heading',
  note: 'What to know before reading: out of date, incomplete',
  error: 'The message in place of what could not load',
  retry: 'The button that tries again',
  empty: 'The message where there is nothing',
  skeleton: 'The places while loading',
};

/** The sections by tag, with the prefix the panel gives their parts. */
export const SECTIONS = {
  'c360-profile': 'profile',
  'c360-impact-chart': 'impact',
  'c360-timeline': 'timeline',
  'c360-campaigns': 'campaigns',
  'c360-predictions': 'predictions',
};

/** Which tag is which class, as registered. */
function tagsByClass() {
  const folders = readdirSync('src/elements', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.map(({ name }) => `src/elements/${name}/define.ts`).filter((path) => existsSync(path));
  return new Map(
    files.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/defineElement\('([\w-]+)', (\w+)\)/g)].map(([, tag = '', name = '']) => [name, tag])),
  );
}

/** Those named here first, then what is said in general and not here. @param {Named[]} own @param {Record<string, string>} general */
const withGeneral = (own, general) => [
  ...own,
  ...Object.entries(general).flatMap(([name, description]) => (own.some((one) => one.name === name) ? [] : [{ name, description }])),
];

/** @param {Manifest} raw @returns {Manifest} */
export function finished(raw) {
  const tags = tagsByClass();
  // The analyzer takes folders as the disk hands them out, which differs from one run to the next.
  const modules = raw.modules
    .map((module) => ({
      ...module,
      path: module.path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js'),
      declarations: (module.declarations ?? []).map((declaration) => {
        const tagName = tags.get(declaration.name);
        // A base class of all is told as what its heirs inherit, not as an element.
        if (!tagName) return { ...declaration, customElement: false };
        const isSection = tagName in SECTIONS;
        return {
          ...declaration,
          tagName,
          customElement: true,
          members: (declaration.members ?? []).filter(
            ({ privacy, name, kind }) =>
              !privacy && !name.startsWith('#') && !(kind === 'method' && /Callback$|^(willUpdate|update|updated|render|firstUpdated)$/.test(name)),
          ),
          cssParts: withGeneral(declaration.cssParts ?? [], isSection ? SECTION_PARTS : {}),
          cssProperties: withGeneral(declaration.cssProperties ?? [], TOKENS),
          cssStates: withGeneral(declaration.cssStates ?? [], isSection ? STATES : {}),
        };
      }),
    }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  const all = modules.flatMap(({ declarations }) => declarations);
  const panel = all.find(({ tagName }) => tagName === 'c360-panel');
  const inside = all.filter(({ tagName }) => tagName && tagName in SECTIONS);
  if (panel) {
    const events = [...inside, ...all.filter(({ tagName }) => tagName === 'c360-search'), panel].flatMap((one) => one.events ?? []);
    panel.events = [...new Map(events.map((event) => [event.name, event])).values()];
    for (const one of inside) {
      const prefix = SECTIONS[/** @type {keyof typeof SECTIONS} */ (one.tagName)];
      panel.cssParts = [
        ...(panel.cssParts ?? []),
        ...(one.cssParts ?? []).map(({ name, description }) => ({ name: `${prefix}-${name}`, description: description ?? '' })),
      ];
    }
  }
  return {
    ...raw,
    modules: modules.map((module) => ({
      ...module,
      exports: (module.exports ?? []).filter((one) => /** @type {{kind: string}} */ (one).kind === 'js'),
    })),
  };
}

/** @param {Manifest} manifest */
export const elementsOf = (manifest) =>
  manifest.modules
    .flatMap(({ path, declarations = [] }) => declarations.filter(({ customElement }) => customElement).map((one) => ({ ...one, path })))
    .sort((left, right) => order(left.tagName) - order(right.tagName));

const ORDER = ['c360-panel', 'c360-profile', 'c360-impact-chart', 'c360-timeline', 'c360-campaigns', 'c360-predictions', 'c360-search', 'c360-provider'];
const order = (/** @type {string | undefined} */ tag) => ORDER.indexOf(tag ?? '');

/** What a host may set. @param {Declaration} element */
const settable = ({ members = [] }) =>
  members.filter(({ kind, static: isStatic, readonly, description }) => kind === 'field' && !isStatic && !readonly && description !== undefined);

const line = (/** @type {string | undefined} */ text) =>
  (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ \((?:[A-Z]{1,3}\d+(?:, | to )?)+\)/g, '')
    .replace(/, [A-Z]{1,2}\d+(?=\))/g, '')
    .trim();
const words = (/** @type {string | undefined} */ type) => [...(type ?? '').matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word);

/** @param {ReturnType<typeof elementsOf>} elements */
export const vsCodeData = (elements) => ({
  version: 1.1,
  tags: elements.map(({ tagName, summary, description, attributes = [] }) => ({
    name: tagName,
    description: line(description ?? summary),
    attributes: attributes.map((one) => ({
      name: one.name,
      description: line(one.description),
      ...(one.type?.text.startsWith('boolean') ? { valueSet: 'v' } : { values: words(one.type?.text).map((name) => ({ name })) }),
    })),
  })),
});

/** @param {ReturnType<typeof elementsOf>} elements */
export const webTypes = (elements) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name: 'c360-elements',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((one) => ({
        name: one.tagName,
        description: line(one.description ?? one.summary),
        attributes: (one.attributes ?? []).map(({ name, description, type }) => ({
          name,
          description: line(description),
          value: { type: type?.text ?? 'string' },
        })),
        slots: (one.slots ?? []).map(({ name, description }) => ({ name, description: line(description) })),
        js: {
          properties: settable(one).map(({ name, description, type }) => ({ name, description: line(description), value: { type: type?.text ?? 'unknown' } })),
          events: (one.events ?? []).map(({ name, description }) => ({ name, description: line(description) })),
        },
        css: {
          parts: (one.cssParts ?? []).map(({ name, description }) => ({ name, description: line(description) })),
          properties: (one.cssProperties ?? []).map(({ name, description }) => ({ name, description: line(description) })),
        },
      })),
    },
  },
});

/** @param {ReturnType<typeof elementsOf>} elements */
const propsOf = (elements) =>
  elements
    .map((one) => {
      const properties = settable(one).map(({ name }) => `'${name}'`);
      const kebab = (one.attributes ?? [])
        .filter(({ name, fieldName }) => name.includes('-') && fieldName)
        .map(({ name, fieldName }) => `  '${name}'?: Attribute<${one.name}['${fieldName}']>;`);
      return `/** What \`<${one.tagName}>\` takes. */\nexport interface ${one.name}Props extends Partial<Pick<${one.name}, ${properties.join(' | ')}>> {\n${kebab.join('\n')}\n}`;
    })
    .join('\n\n');

/** @param {ReturnType<typeof elementsOf>} elements */
const typeHead = (elements) => `import type { C360EventDetails, C360EventName, ${elements
  .map(({ name }) => name)
  .sort()
  .join(', ')} } from './index.js';

/** Written as an attribute: text, or a boolean's presence. */
type Attribute<Value> = Value | (Value extends boolean | undefined ? '' : never) | (Value extends number | undefined ? \`\${number}\` : never);
`;

/** @param {ReturnType<typeof elementsOf>} elements */
export const reactTypes = (elements) => `// For React 19: import 'c360-elements/react' once, as a type, and JSX knows the tags.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${typeHead(elements)}
/** \`onc360-load\` and the like, as React 19 names the events of custom elements. */
export type C360Handlers = { [Name in C360EventName as \`on\${Name}\`]?: (event: CustomEvent<C360EventDetails[Name]>) => void };

${propsOf(elements)}

type Of<Element, Props> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Props> & Props & C360Handlers;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({ tagName, name }) => `      '${tagName}': Of<${name}, ${name}Props>;`).join('\n')}
    }
  }
}
`;

/** @param {ReturnType<typeof elementsOf>} elements */
export const vueTypes = (elements) => `// For Vue 3: import 'c360-elements/vue' once, as a type, and templates know the tags.
import type { HTMLAttributes, PublicProps } from 'vue';
${typeHead(elements)}
/** \`@c360-load\` and the like. */
export type C360Handlers = { [Name in C360EventName as \`on\${Capitalize<Name>}\`]?: (event: CustomEvent<C360EventDetails[Name]>) => void };

${propsOf(elements)}

type Of<Element, Props> = new () => Element & { $props: Omit<HTMLAttributes, keyof Props> & Props & C360Handlers & PublicProps };

declare module 'vue' {
  interface GlobalComponents {
${elements.map(({ tagName, name }) => `    '${tagName}': Of<${name}, ${name}Props>;`).join('\n')}
  }
}
`;

/** The README in short, for tools that read a package before they use it. @param {ReturnType<typeof elementsOf>} elements */
export function llmsText(elements) {
  const provider = elements.find(({ tagName }) => tagName === 'c360-provider');
  const attributes = provider?.attributes ?? [];
  const isAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  const common = settable(provider ?? { kind: '', name: '' });
  const isCommon = new Set(common.map(({ name }) => name));
  /** @param {string} title @param {readonly string[]} names */
  const list = (title, names) => (names.length > 0 ? `${title}: ${names.join(', ')}.` : '');
  return `# c360-elements ${version}

> Embeddable Customer 360: Lit custom elements that show one customer whole, from any backend that answers the REST contract (openapi.json).

- Script tag: \`<script type="module" src=".../cdn/c360.js"></script>\`; classic: \`cdn/c360.iife.js\`; npm: \`import 'c360-elements/define'\`. Hashes, import map and what to preload: cdn/sri.json.
- \`<c360-panel base-url="/api/c360" customer-id="4711"></c360-panel>\` shows everything; every section tag works alone, in \`<c360-provider>\` and in the panel.
- The customer id is text, never a number. Functions (\`getToken\`, \`fetch\`, \`transform\`, \`customerSource\`) are properties, never attributes.
- Page-wide settings: \`import { configure } from 'c360-elements'\`. Whoever sets \`base-url\`, \`source\` or \`customerSource\` inherits no token and no other member of the connection: set them together.
- A backend is asked what it can do by \`npx c360-elements check <base-url> --customer <id>\`. Shapes of answers: openapi.json. Without a backend: \`c360-elements/mocks\`.
- Types for React and Vue: c360-elements/react, c360-elements/vue. Recipes: demo/recipes/. Details: README.md, src/sources/README.md.

## Attributes of every element

${attributes.map(({ name, fieldName, description }) => `- \`${name}\`${fieldName && fieldName !== name ? ` (property \`${fieldName}\`)` : ''}: ${line(description)}`).join('\n')}

## Properties of every element, without an attribute

${common
  .filter(({ name }) => !isAttribute.has(name))
  .map(({ name, description }) => `- \`${name}\`: ${line(description)}`)
  .join('\n')}

## Elements

${elements
  .map((one) =>
    [
      `### <${one.tagName}>`,
      line(one.description ?? one.summary),
      list(
        'Own properties',
        settable(one).flatMap(({ name }) => (isCommon.has(name) ? [] : [name])),
      ),
      list(
        'Methods',
        (one.members ?? []).flatMap(({ kind, name, static: isStatic }) => (kind === 'method' && !isStatic ? [`${name}()`] : [])),
      ),
      list(
        'Events',
        (one.events ?? []).map(({ name }) => name),
      ),
      list(
        'Slots',
        (one.slots ?? []).map(({ name }) => name || 'default'),
      ),
      list(
        'Parts',
        ownParts(one).map(({ name }) => name),
      ),
      one.tagName === 'c360-panel' ? `The parts of its sections carry their prefix: ${Object.values(SECTIONS).join(', ')}; e.g. profile-attribute.` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  )
  .join('\n\n')}
`;
}

/** Without those the panel hands on. @param {Declaration} element */
const ownParts = ({ tagName, cssParts = [] }) =>
  cssParts.filter(({ name }) => tagName !== 'c360-panel' || !/^(profile|impact|timeline|campaigns|predictions)-/.test(name));

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))].map((row) => `| ${row.join(' | ')} |`).join('\n');
const code = (/** @type {string} */ text) => `\`${text}\``;
const described = (/** @type {Named[] | undefined} */ list) =>
  (list ?? []).map(({ name, description }) => `${code(name || 'default')} ${line(description).replace(/\.$/, '')}`).join('; ') || '–';

/** The events with what their source says of them. */
function events() {
  const [, body = ''] = readFileSync('src/elements/events.ts', 'utf8').match(/interface C360EventDetails \{\n([\s\S]*?)\n\}/) ?? [];
  return [...body.matchAll(/\/\*\* (.+?) \*\/\s*'([\w-]+)': (.+);/g)].map(([, text = '', name = '', detail = '']) => {
    const cancelable = /^Cancelable(?:: |, |\. ?)?/;
    return [
      code(name),
      text.replace(cancelable, '').replace(/^./, (letter) => letter.toUpperCase()),
      code(detail.replaceAll('readonly ', '')),
      cancelable.test(text) ? 'yes' : '',
    ];
  });
}

/** The README's tables by the name of their markers. @param {ReturnType<typeof elementsOf>} elements */
export function readmeTables(elements) {
  const provider = elements.find(({ tagName }) => tagName === 'c360-provider');
  const attributeOf = new Map((provider?.attributes ?? []).map(({ name, fieldName }) => [fieldName, name]));
  const isCommon = new Set(settable(provider ?? { kind: '', name: '' }).map(({ name }) => name));
  return {
    settings: table(
      ['Attribute', 'Property', 'Meaning'],
      settable(provider ?? { kind: '', name: '' }).map(({ name, description }) => [
        attributeOf.has(name) ? code(attributeOf.get(name) ?? '') : '–',
        code(name),
        line(description),
      ]),
    ),
    elements: elements
      .map((one) => {
        const own = settable(one).filter(({ name }) => !isCommon.has(name));
        const methods = (one.members ?? []).filter(({ kind, static: isStatic }) => kind === 'method' && !isStatic);
        return [
          `**\`<${one.tagName}>\`** ${line(one.summary)}`,
          '',
          table(
            ['', ''],
            [
              ['Own properties', described(own)],
              ['Methods', methods.map(({ name, description }) => `${code(`${name}()`)} ${line(description).replace(/\.$/, '')}`).join('; ') || '–'],
              ['Slots', described(one.slots)],
              ['Parts', described(ownParts(one))],
              ['Events', (one.events ?? []).map(({ name }) => code(name)).join(' ') || '–'],
            ]
              .filter(([, cell]) => cell !== '–')
              .map(([name = '', cell = '']) => [name, cell]),
          ),
        ].join('\n');
      })
      .join('\n\n'),
    tokens: table(
      ['Token', 'Of'],
      Object.entries(TOKENS).map(([name, text]) => [code(name), text]),
    ),
    states: table(
      ['State', 'When'],
      Object.entries(STATES).map(([name, text]) => [code(`:state(${name})`), text]),
    ),
    events: table(['Event', 'When', '`detail`', 'Cancelable'], events()),
  };
}

/** The text with its tables as they should be. @param {string} text @param {Record<string, string>} tables */
export function withTables(text, tables) {
  return Object.entries(tables).reduce(
    (result, [name, content]) => result.replace(new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(\\n<!-- /${name} -->)`), (_, start, end) => start + content + end),
    text,
  );
}

if (process.argv[1]?.endsWith('manifest.js')) {
  /** @type {Manifest} */
  const read = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const manifest = finished(read);
  const elements = elementsOf(manifest);
  if (process.argv.includes('--readme')) {
    writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8'), readmeTables(elements)));
  } else {
    mkdirSync('dist', { recursive: true });
    const json = (/** @type {object} */ value) => `${JSON.stringify(value, null, 2)}\n`;
    writeFileSync('custom-elements.json', json(manifest));
    writeFileSync('dist/html-custom-data.json', json(vsCodeData(elements)));
    writeFileSync('dist/web-types.json', json(webTypes(elements)));
    writeFileSync('dist/react.d.ts', reactTypes(elements));
    writeFileSync('dist/vue.d.ts', vueTypes(elements));
    // For those who import the types as if they were code.
    for (const name of ['react', 'vue']) writeFileSync(`dist/${name}.js`, 'export {};\n');
    writeFileSync('llms.txt', llmsText(elements));
  }
}
