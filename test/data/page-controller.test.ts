import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { PageController, type PageReader } from '../../src/data/page-controller.js';
import { SourceError } from '../../src/model/source-error.js';
import { deferred } from '../helpers/deferred.js';

interface Item {
  readonly id: string;
}
type Page = { readonly items: readonly Item[]; readonly nextCursor?: string };

const page = (ids: string, nextCursor?: string): Page => ({ items: [...ids].map((id) => ({ id })), ...(nextCursor && { nextCursor }) });
const answering =
  (pages: { readonly [cursor: string]: Page }): PageReader<Item> =>
  async (cursor) => ({ value: pages[cursor]!, meta: {}, leftOut: 1 });

function create(): PageController<Item> {
  return new PageController<Item>({
    addController: (_: ReactiveController) => {},
    removeController: () => {},
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
  });
}
const idsOf = (pages: PageController<Item>): string => pages.items.map(({ id }) => id).join('');

describe('the pages of a list', () => {
  it('hold each record once, whichever pages name it', async () => {
    const pages = create();
    pages.start('all', page('ab', '2'));
    await pages.loadMore(answering({ 2: page('bccd') }));
    expect(idsOf(pages)).to.equal('abcd');
    expect(pages.hasMore).to.equal(false);
    expect(pages.leftOut).to.equal(1);
  });

  it('stay when the same first page is given again, and start over with a renewed one', async () => {
    const pages = create();
    const first = page('a', '2');
    pages.start('all', first);
    await pages.loadMore(answering({ 2: page('b') }));
    pages.start('all', first);
    expect(idsOf(pages)).to.equal('ab');
    pages.start('all', page('z'));
    expect(idsOf(pages)).to.equal('z');
  });

  it('end where a cursor comes back', async () => {
    const pages = create();
    pages.start('all', page('a', '2'));
    await pages.loadMore(answering({ 2: page('b', '2') }));
    expect(pages.hasMore).to.equal(false);
  });

  it('stay as they are when one fails, which can be tried again (H16)', async () => {
    const pages = create();
    pages.start('all', page('a', '2'));
    await pages.loadMore(() => Promise.reject(new SourceError('server')));
    expect(pages.error?.kind).to.equal('server');
    expect(idsOf(pages)).to.equal('a');
    await pages.loadMore(answering({ 2: page('b') }));
    expect(pages.error).to.equal(undefined);
    expect(idsOf(pages)).to.equal('ab');
  });

  it('never take a page that was asked for another list', async () => {
    const pages = create();
    pages.start('ada', page('a', '2'));
    const late = deferred<{ value: Page; meta: object; leftOut: number }>();
    const loading = pages.loadMore(() => late.promise);
    pages.start('grace', page('g'));
    late.resolve({ value: page('b'), meta: {}, leftOut: 0 });
    await loading;
    expect(idsOf(pages)).to.equal('g');
  });
});
