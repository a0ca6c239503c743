import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { clampText } from '../format/text.js';
import type { CommonMessages } from '../i18n/slices/common.js';

/** By so many letters a text grows with each press: what can be laid out at once. */
const MORE = 20_000;

/** How a long text is drawn. */
export interface LongTextStyle {
  readonly texts: Pick<CommonMessages, 'showMore'>;
  /** Letters shown before somebody asks for more; as many as a name may have unless told. */
  readonly first?: number;
  /** What the words alone stand in, such as a link. */
  readonly draw?: (words: TemplateResult) => unknown;
}

class LongTextDirective extends AsyncDirective {
  #text: string | undefined;
  /** Letters asked for beyond the first. */
  #more = 0;

  override render(text: string, style: LongTextStyle): unknown {
    // Another text begins anew.
    if (text !== this.#text) this.#more = 0;
    this.#text = text;
    const { texts, first = 100, draw = (words) => words } = style;
    const most = first + this.#more;
    const words = draw(html`${clampText(text, most)}`);
    if (text.length <= first) return words;
    const showMore = ({ currentTarget }: Event): void => {
      this.#more += MORE;
      // The button that shows the last of it goes, and leaves the focus to the text.
      if (text.length <= most + MORE) ((currentTarget as Element).previousElementSibling as HTMLElement).focus();
      this.setValue(this.render(text, style));
    };
    return html`<span tabindex="-1">${words}</span>${text.length > most ? html`<button type="button" class="link small no-print" @click=${showMore}>${texts.showMore}</button>` : nothing}`;
  }
}

/** A text of any length (V17): cut where it is too long to show, with a button that shows more of it. */
export const longText = directive(LongTextDirective);
