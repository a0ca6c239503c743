import { css } from 'lit';

/**
 * The styling surface of contract section 6. A page sets `--c360-…` anywhere above; inside, everything reads the private
 * `--_…` twin, so that a default never shadows what the page set further up. `light-dark()` follows the inherited
 * `color-scheme`; `theme` settles it. Lanes keep the documented colours (B16 to B18) and differ in lightness as well as in
 * hue, so that three colour-vision deficiencies still tell them apart; shape repeats what colour says.
 */
export const tokenStyles = css`
  :host {
    --_accent: var(--c360-accent, light-dark(#2456c6, #8fb0ff));
    --_surface: var(--c360-surface, light-dark(#fff, #14171c));
    --_surface-raised: var(--c360-surface-raised, light-dark(#f5f6f8, #1d2127));
    --_text: var(--c360-text, light-dark(#1b1e24, #e8eaef));
    --_text-muted: var(--c360-text-muted, light-dark(#596070, #a3abb8));
    --_border: var(--c360-border, light-dark(#dfe3e8, #2f353e));
    --_positive: var(--c360-positive, light-dark(#17743f, #5fcb91));
    --_negative: var(--c360-negative, light-dark(#b3261e, #ff9088));
    --_warning: var(--c360-warning, light-dark(#875400, #e3b04f));
    --_site: var(--c360-site, light-dark(#2b78ee, #8dbcfb));
    --_email: var(--c360-email, light-dark(#74269a, #b061ee));
    --_purchase: var(--c360-purchase, light-dark(#17803f, #35b86b));
    --_other: var(--c360-other, light-dark(#767c88, #858b97));
    /* Edges of what can be operated need 3:1, more than a separator. */
    --_edge: light-dark(#7d8593, #737c8a);
    --_radius: var(--c360-radius, 6px);
    --_space: var(--c360-space, 4px);
    --_size-m: var(--c360-font-size, 13px);
    --_size-s: calc(var(--_size-m) * 12 / 13);
    --_size-l: calc(var(--_size-m) * 15 / 13);
    --_size-xl: calc(var(--_size-m) * 19 / 13);
    --_size-xxl: calc(var(--_size-m) * 2);
  }
  :host(:state(light)) {
    color-scheme: light;
  }
  :host(:state(dark)) {
    color-scheme: dark;
  }
  :host(:state(compact)) {
    --c360-space: 3px;
  }
  /* Paper is white. */
  @media print {
    :host,
    :host(:state(dark)) {
      color-scheme: light;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_accent: Highlight;
      /* What is drawn is not forced by the browser: without these, paper white on a black page. */
      --_surface: Canvas;
      --_surface-raised: Canvas;
      --_text: CanvasText;
      --_text-muted: CanvasText;
      --_positive: CanvasText;
      --_negative: CanvasText;
      --_warning: CanvasText;
      --_border: CanvasText;
      --_edge: ButtonText;
      --_site: CanvasText;
      --_email: CanvasText;
      --_purchase: CanvasText;
      --_other: CanvasText;
    }
  }
`;
