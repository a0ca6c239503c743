import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { draw, find } from '../helpers/draw.js';

type Colour = readonly [red: number, green: number, blue: number];

/** Linear light of a colour as the browser computes it, each 0 to 1. */
function colourOf(root: ShadowRoot, token: string): Colour {
  const probe = find(root, '#probe');
  probe.style.setProperty('color', `var(--_${token})`);
  const channels = getComputedStyle(probe).color.match(/\d+/g)!.slice(0, 3).map(Number);
  const [red, green, blue] = channels.map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
  return [red!, green!, blue!];
}

const luminance = ([red, green, blue]: Colour) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Matrices of Machado, Oliveira and Fernandes (2009) for complete deficiencies. */
const eyes: { readonly [name: string]: readonly [Colour, Colour, Colour] } = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function labOf(colour: Colour, matrix: readonly Colour[]): Colour {
  const [red, green, blue] = matrix.map((row) =>
    Math.min(
      Math.max(
        row.reduce((sum, factor, index) => sum + factor * colour[index]!, 0),
        0,
      ),
      1,
    ),
  );
  const curve = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = curve((0.4124 * red! + 0.3576 * green! + 0.1805 * blue!) / 0.95047);
  const y = curve(0.2126 * red! + 0.7152 * green! + 0.0722 * blue!);
  const z = curve((0.0193 * red! + 0.1192 * green! + 0.9505 * blue!) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const lanes = ['site', 'email', 'purchase', 'other'];
const surfaces = ['surface', 'surface-raised'];

for (const theme of ['light', 'dark']) {
  describe(`colours in ${theme}`, () => {
    const root = () => {
      const drawing = draw(html`<span id="probe"></span>`);
      drawing.host.style.setProperty('color-scheme', theme);
      return drawing.root;
    };

    it('follow the inherited colour scheme', () => {
      expect(luminance(colourOf(root(), 'surface')) > 0.5).to.equal(theme === 'light');
    });

    it('of texts stand out 4.5 to 1 from every surface (A11)', () => {
      const here = root();
      for (const text of ['text', 'text-muted', 'accent', 'positive', 'negative', 'warning']) {
        for (const surface of surfaces) expect(contrast(colourOf(here, text), colourOf(here, surface)), `${text} on ${surface}`).to.be.at.least(4.5);
      }
    });

    it('of what an empty field says are those of texts (A11)', () => {
      const { host, root: here } = draw(html`<input placeholder="Search" /><span class="muted">Search</span>`);
      host.style.setProperty('color-scheme', theme);
      const [input, muted] = [find(here, 'input'), find(here, '.muted')];
      const rules = here.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule instanceof CSSStyleRule);
      const { style } = rules.find(({ selectorText }) => selectorText.includes('::placeholder'))!;
      input.style.setProperty('color', style.color);
      expect([getComputedStyle(input).color, style.opacity]).to.deep.equal([getComputedStyle(muted).color, '1']);
      // WebKit tells of the field itself in place of what it says.
      input.style.setProperty('color', 'rgb(1, 2, 3)');
      const { color, opacity } = getComputedStyle(input, '::placeholder');
      if (color !== 'rgb(1, 2, 3)') expect([color, opacity]).to.deep.equal([getComputedStyle(muted).color, '1']);
    });

    it('of marks and edges stand out 3 to 1 from every surface (A11)', () => {
      const here = root();
      for (const mark of [...lanes, 'edge']) {
        for (const surface of surfaces) expect(contrast(colourOf(here, mark), colourOf(here, surface)), `${mark} on ${surface}`).to.be.at.least(3);
      }
    });

    for (const [eye, matrix] of Object.entries(eyes)) {
      it(`keep the lanes apart with ${eye} (A1)`, () => {
        const here = root();
        const seen = lanes.map((lane) => labOf(colourOf(here, lane), matrix));
        for (const [index, one] of seen.entries()) {
          for (const [other, another] of seen.entries()) {
            if (other > index) expect(Math.hypot(...one.map((value, at) => value - another[at]!)), `${lanes[index]} and ${lanes[other]}`).to.be.at.least(20);
          }
        }
      });
    }

    it('keep their documented meaning: blue site, purple e-mail, green purchase (B16 to B18)', () => {
      const here = root();
      const [site, email, purchase] = lanes.map((lane) => colourOf(here, lane));
      expect(site![2], 'site is blue').to.be.greaterThan(site![0]).and.greaterThan(site![1]);
      expect(Math.min(email![0], email![2]), 'e-mail is purple').to.be.greaterThan(email![1]);
      expect(purchase![1], 'purchase is green').to.be.greaterThan(purchase![0]).and.greaterThan(purchase![2]);
    });
  });
}

describe('a page with loud styles', () => {
  const loud = new CSSStyleSheet();
  loud.replaceSync(`* { font-size: 40px; color: red; text-transform: uppercase; letter-spacing: 4px; line-height: 3; text-align: center; font-style: italic }
    button { background: lime; min-width: 300px }`);
  beforeEach(() => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, loud];
  });
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== loud);
  });

  it('does not reach the type and colours inside', () => {
    const { root } = draw(html`<section><h2>Timeline</h2><button>Retry</button></section>`);
    for (const element of [find(root, 'section'), find(root, 'h2'), find(root, 'button')]) {
      const { fontSize, textTransform, letterSpacing, fontStyle, color } = getComputedStyle(element);
      expect([fontSize, textTransform, letterSpacing, fontStyle], element.localName).to.deep.equal(['13px', 'none', 'normal', 'normal']);
      expect(color, element.localName).to.not.equal('rgb(255, 0, 0)');
    }
    expect(getComputedStyle(find(root, 'button')).minWidth).to.equal('24px');
  });
});

describe('the styling surface', () => {
  it('takes what a page sets anywhere above, at every depth', () => {
    const page = document.createElement('div');
    page.style.setProperty('--c360-accent', 'rgb(1, 2, 3)');
    page.style.setProperty('--c360-font-size', '20px');
    document.body.append(page);
    const { root } = draw(html`<a href="#">Link</a>`, [], page);
    expect(getComputedStyle(find(root, 'a')).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(find(root, 'a')).fontSize).to.equal('20px');
    page.remove();
  });

  it('is seen in a row of the page and shrinks with it', () => {
    const page = document.createElement('div');
    page.style.setProperty('display', 'flex');
    page.style.setProperty('width', '900px');
    document.body.append(page);
    const { host } = draw(html`<p>Timeline</p>`, [], page);
    expect(host.offsetWidth).to.be.at.least(280);
    page.style.setProperty('width', '240px');
    expect(host.offsetWidth).to.equal(240);
    page.remove();
  });

  it('keeps whatever can be pressed at 24 pixels or more (A10)', () => {
    const { root } = draw(html`<button>x</button><button class="icon-button">y</button><input aria-label="z" /><span class="chip">w</span>`);
    for (const target of root.querySelectorAll('*')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).to.be.at.least(24);
    }
  });

  it('shows where the keyboard is', () => {
    const { root } = draw(html`<button>x</button>`);
    find(root, 'button').focus();
    const { outlineStyle, outlineWidth } = getComputedStyle(find(root, 'button'));
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '2px']);
  });
});
