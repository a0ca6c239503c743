import { expect } from '@open-wc/testing';
import { englishCommon } from '../../src/i18n/slices/common.js';
import { englishTimeFrame } from '../../src/i18n/slices/time-frame.js';
import type { PlainDay } from '../../src/model/day.js';
import type { ChosenTimeFrame } from '../../src/model/time-frame.js';
import { TimeFrameControl, timeFrameStyles } from '../../src/ui/time-frame-control.js';
import { axe } from '../helpers/axe.js';
import { nextFrame, textOf } from '../helpers/dom.js';
import { draw, find } from '../helpers/draw.js';
import { pressKey } from '../helpers/keyboard.js';
import { scaledPlace, scalings } from '../helpers/scaled.js';

function show(timeFrame = 'P6M', into?: Element) {
  const chosen: ChosenTimeFrame[] = [];
  const host = {
    requestUpdate: () => {
      drawing.again(control.render());
    },
  };
  const control = new TimeFrameControl(host, () => ({
    timeFrame,
    today: '2017-12-31' as PlainDay,
    texts: { ...englishCommon, ...englishTimeFrame },
    language: 'en',
    choose: (choice) => chosen.push(choice),
  }));
  const drawing = draw(control.render(), timeFrameStyles, into);
  const { root } = drawing;
  const opener = find(root, '[popovertarget]');
  const popover = find(root, '[popover]');
  return { root, chosen, opener, popover, drawing };
}

function apply(root: ShadowRoot, from: string, to: string): void {
  find<HTMLInputElement>(root, 'input[name=from]').value = from;
  find<HTMLInputElement>(root, 'input[name=to]').value = to;
  find<HTMLFormElement>(root, 'form').requestSubmit();
}

describe('the time frame control', () => {
  for (const [timeFrame, label] of [
    ['P6M', 'Last 6 months'],
    ['P1Y', 'Last 12 months'],
    ['P30D', 'Last 30 days'],
    ['P1M', 'Last month'],
    ['all', 'All time'],
    ['2017-01-01/2017-06-30', 'Jan 1 – Jun 30, 2017'],
    ['nonsense', 'Invalid time frame'],
  ] as const) {
    it(`says "${label}" for ${timeFrame}`, () => {
      const { opener } = show(timeFrame);
      expect(textOf(opener)).to.equal(label);
    });
  }

  it('says which days it stands for', () => {
    expect(show().opener.getAttribute('aria-label')).to.equal('Time frame: Last 6 months Jun 30 – Dec 31, 2017');
  });

  it('offers presets, the documented six months among them (B3), and marks the one in force', async () => {
    const { root, opener, popover } = show();
    opener.click();
    const presets = [...root.querySelectorAll('.presets button')];
    expect(presets.map(textOf)).to.deep.equal(['Last month', 'Last 3 months', 'Last 6 months', 'Last 12 months', 'All time']);
    expect(presets.map(({ ariaPressed }) => ariaPressed)).to.deep.equal(['false', 'false', 'true', 'false', 'false']);
    await nextFrame();
    await axe(popover);
  });

  it('tells the days of what was chosen, and closes', () => {
    const { root, chosen, opener, popover } = show();
    opener.click();
    find(root, '.presets button').click();
    expect(chosen).to.deep.equal([{ from: '2017-11-30', to: '2017-12-31', timeFrame: 'P1M' }]);
    expect(popover.matches(':popover-open')).to.equal(false);
    opener.click();
    find(root, '.presets button:last-child').click();
    expect(chosen[1]).to.deep.equal({ from: undefined, to: undefined, timeFrame: 'all' });
  });

  it('takes two free days, both included', () => {
    const { root, chosen, opener } = show();
    opener.click();
    apply(root, '2017-03-01', '2017-03-01');
    expect(chosen).to.deep.equal([{ from: '2017-03-01', to: '2017-03-01', timeFrame: '2017-03-01/2017-03-01' }]);
  });

  it('begins with the days that are shown', () => {
    const { root } = show();
    expect([...root.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal(['2017-06-30', '2017-12-31']);
  });

  for (const [what, from, to, said] of [
    ['a missing day', '', '2017-03-01', 'Give both days'],
    ['days the wrong way round', '2017-03-02', '2017-03-01', 'ends before it starts'],
  ] as const) {
    it(`explains ${what}, stays open, and chooses nothing`, async () => {
      const { root, chosen, opener, popover } = show();
      opener.click();
      apply(root, from, to);
      expect(textOf(find(root, '[role=alert]'))).to.contain(said);
      expect(find(root, 'input').getAttribute('aria-invalid')).to.equal('true');
      expect(chosen).to.deep.equal([]);
      expect(popover.matches(':popover-open')).to.equal(true);
      await axe(popover);
    });
  }

  it('forgets a mistake when it is closed', async () => {
    const { root, opener, popover } = show();
    opener.click();
    apply(root, '', '');
    popover.hidePopover();
    await new Promise((resolve) => popover.addEventListener('toggle', resolve, { once: true }));
    expect(find(root, '[role=alert]').hidden).to.equal(true);
    expect(find<HTMLInputElement>(root, 'input').value).to.equal('2017-06-30');
  });

  it('stands inside of the window, below its button', async () => {
    const { opener, popover } = show();
    opener.click();
    await nextFrame();
    await nextFrame();
    const box = popover.getBoundingClientRect();
    expect(box.top).to.be.at.least(opener.getBoundingClientRect().bottom);
    expect(box.left).to.be.at.least(0);
    expect(box.right).to.be.at.most(document.documentElement.clientWidth);
  });

  for (const scaling of scalings) {
    it(`stands below its button where the page shows it by ${scaling.name}`, async () => {
      const place = scaledPlace(scaling);
      place.style.padding = '40px';
      const { opener, popover } = show('P6M', place);
      opener.click();
      await nextFrame();
      await nextFrame();
      const [box, button] = [popover, opener].map((each) => each.getBoundingClientRect());
      const lowest = document.documentElement.clientHeight - box!.height - 4;
      expect(box!.top).to.be.closeTo(Math.max(Math.min(button!.bottom + 4, lowest), 4), 1);
      expect(box!.left).to.be.closeTo(button!.left, 1);
    });
  }

  it('is no higher than the window where the page shows it larger, and scrolls within', async () => {
    const { opener, popover, root } = show('P6M', scaledPlace(scalings.find(({ name }) => name === 'zoom: 2')!));
    // More than any window is high.
    find(root, '.presets').style.paddingBlockEnd = '2000px';
    opener.click();
    await nextFrame();
    await nextFrame();
    const { top, bottom, height } = popover.getBoundingClientRect();
    const { clientHeight } = document.documentElement;
    expect(top).to.be.at.least(0);
    // Safari tells boxes as if there were no zoom, and not where a popover has to stand then.
    if (popover.currentCSSZoom === undefined) expect(height * 2).to.be.at.most(clientHeight);
    else expect(bottom).to.be.at.most(clientHeight);
    expect(popover.scrollHeight).to.be.above(2000);
  });

  it('can be walked with the keyboard, and gives focus back', async () => {
    const { root, chosen, opener, popover } = show();
    opener.focus();
    await pressKey('Enter');
    expect(popover.matches(':popover-open')).to.equal(true);
    await pressKey('Tab');
    expect(textOf(root.activeElement!)).to.equal('Last month');
    await pressKey('Tab');
    await pressKey('Enter');
    expect(chosen.map(({ timeFrame }) => timeFrame)).to.deep.equal(['P3M']);
    expect(root.activeElement).to.equal(opener);
    await pressKey('Enter');
    await pressKey('Tab');
    await pressKey('Escape');
    expect(popover.matches(':popover-open')).to.equal(false);
    expect(root.activeElement).to.equal(opener);
  });
});
