import type { CSSResult } from 'lit';

/** Gives the tree its styles. A sheet belongs to the document it was made in: another one takes only what is made there (F25). */
export function wearStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  const { defaultView: view } = root.ownerDocument;
  // Nobody sees a document without a window.
  if (!view) return;
  root.adoptedStyleSheets = styles.map(({ styleSheet, cssText }) => {
    if (view === window && styleSheet) return styleSheet;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}

/** An observer of the document the node stands in: that of another one tells of the same size again and again. */
export function watchSizes({ ownerDocument }: Node, call: ResizeObserverCallback): ResizeObserver {
  return new (ownerDocument?.defaultView ?? window).ResizeObserver(call);
}
