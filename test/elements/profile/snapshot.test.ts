import { expect } from '@open-wc/testing';
import '../../../src/elements/panel/define.js';
import '../../../src/elements/provider/define.js';
import { fixedNow } from '../../helpers/clock.js';
import { allParts, part, textOf } from '../../helpers/dom.js';
import { mount, settled } from '../../helpers/mount.js';
import { button, dana, show, sourceOf, type Wire } from './dana.js';

const past: Wire = {
  ...dana,
  asOf: '2017-05-31',
  values: { FIELD1: 300, STR12: 'Gold' },
  previous: { asOf: '2017-12-31', values: { FIELD1: 48213, STR12: 'Gold' } },
};

function travelling() {
  const asked: (string | undefined)[] = [];
  const source = {
    ...sourceOf(),
    profile: async ({ id, asOf }: { id: string; asOf?: string }) => {
      asked.push(asOf);
      return { ...(asOf ? past : dana), customer: { ...(dana['customer'] as Wire), id } };
    },
  };
  return { source, asked };
}

/** Chooses a day as somebody with a keyboard does. */
async function choose(element: Awaited<ReturnType<typeof show>>, day: string): Promise<void> {
  part(element, 'snapshot').click();
  await element.updateComplete;
  const form = element.shadowRoot!.querySelector('form')!;
  form.querySelector('input')!.value = day;
  form.requestSubmit();
  await settled(element);
}

describe('travelling in time', () => {
  it('shows the profile as it was, names the day of the snapshot, and marks what is otherwise today', async () => {
    const { source, asked } = travelling();
    const element = await show(source);
    expect(allParts(element, 'brief')).to.have.length(1);
    await choose(element, '2017-06-01');
    expect(allParts(element, 'brief'), 'what is true today').to.have.length(0);
    expect(asked).to.deep.equal([undefined, '2017-06-01']);
    expect(textOf(part(element, 'past'))).to.contain('as of May 31, 2017');
    const [points, card] = allParts(element, 'attribute').map(textOf);
    expect(points).to.equal('Loyalty points 300 today 48,213');
    expect(card).to.not.contain('today');
  });

  it('marks what has changed since the last different snapshot', async () => {
    const element = await show();
    expect(allParts(element, 'attribute').map(textOf)[0]).to.equal('Loyalty points 48,213 was 48,000');
  });

  it('leads back to today', async () => {
    const { source } = travelling();
    const element = await show(source, { asOf: '2017-06-01' });
    button(element, 'Back to today').click();
    await settled(element);
    expect(allParts(element, 'past')).to.have.length(0);
    expect(textOf(element)).to.contain('48,213');
  });

  it('leads back to today also from a day on which there was no customer yet', async () => {
    const element = await show(
      { ...sourceOf(), profile: async ({ asOf }: { asOf?: string }) => (asOf ? Promise.reject({ status: 404 }) : dana) },
      { asOf: '2001-01-01' },
    );
    expect(textOf(element)).to.contain('Customer not found');
    button(element, 'Back to today').click();
    await settled(element);
    expect(textOf(element)).to.contain('Dana Rivers');
  });

  for (const [what, day] of [
    ['no day', ''],
    ['a day to come', '2018-01-01'],
  ] as const) {
    it(`explains what is wrong with ${what}, and asks nothing`, async () => {
      const { source, asked } = travelling();
      const element = await show(source);
      await choose(element, day);
      expect(textOf(element)).to.contain('Give a day up to today');
      expect(element.shadowRoot!.querySelector('input[type=date]')!.getAttribute('aria-invalid')).to.equal('true');
      expect(asked).to.have.length(1);
    });
  }

  it('takes the provider along', async () => {
    const { source } = travelling();
    const provider = await mount('c360-provider', { customerSource: source, customerId: '0042' });
    const profile = document.createElement('c360-profile');
    provider.append(profile);
    await settled(provider);
    await choose(profile, '2017-06-01');
    expect(provider.asOf).to.equal('2017-06-01');
    expect(textOf(profile)).to.contain('today 48,213');
  });

  for (const [where, mountProfile] of [
    [
      'alone',
      async (settings: object) => {
        const profile = await show(undefined, settings);
        return { profile, host: profile };
      },
    ],
    [
      'in a provider',
      async (settings: object) => {
        const host = await mount('c360-provider', settings);
        const profile = document.createElement('c360-profile');
        host.append(profile);
        await settled(host);
        return { profile, host };
      },
    ],
    [
      'in a provider with a customer of its own',
      async ({ customerId, ...settings }: Readonly<Record<string, unknown>>) => {
        const provider = await mount('c360-provider', settings);
        const profile = document.createElement('c360-profile');
        profile.customerId = String(customerId);
        provider.append(profile);
        await settled(provider);
        return { profile, host: profile };
      },
    ],
    [
      'in a panel',
      async (settings: object) => {
        const host = await mount('c360-panel', { ...settings, sections: 'profile' }, { width: 900 });
        await settled(host);
        return { profile: host.shadowRoot!.querySelector('c360-profile')!, host };
      },
    ],
  ] as const) {
    it(`ends with the customer, ${where}: nobody takes an old day of the next one for today`, async () => {
      const { source, asked } = travelling();
      const { profile, host } = await mountProfile({ customerSource: source, customerId: '0042', now: fixedNow, timeZone: 'UTC' });
      await choose(profile, '2017-06-01');
      host.customerId = '0043';
      await settled(host);
      host.customerId = '0042';
      await settled(host);
      expect(asked).to.deep.equal([undefined, '2017-06-01', undefined, undefined]);
      expect(allParts(profile, 'past')).to.have.length(0);
    });

    it(`begins again with every customer where the page has set the day, ${where}`, async () => {
      const { source, asked } = travelling();
      const { profile, host } = await mountProfile({ customerSource: source, customerId: '0042', asOf: '2017-07-01', now: fixedNow, timeZone: 'UTC' });
      button(profile, 'Back to today').click();
      await settled(host);
      host.customerId = '0043';
      await settled(host);
      expect(asked).to.deep.equal(['2017-07-01', undefined, '2017-07-01']);
      expect(textOf(part(profile, 'past'))).to.contain('as of May 31, 2017');
    });
  }

  it('is not offered where the source keeps no snapshots', async () => {
    const element = await show(sourceOf({ ...dana, asOf: undefined }));
    expect(allParts(element, 'snapshot')).to.have.length(0);
  });
});
