import { expect } from '@open-wc/testing';
import { resolveSettings } from '../../src/data/settings.js';
import { nextFrame } from '../helpers/dom.js';

describe('settings', () => {
  it('of a connection stay one and the same, whatever the browser clears away between', async () => {
    const url = (name: string) => ({ baseUrl: `https://${name}.example` });
    // Held by nobody, and before the one that is.
    resolveSettings(url('gone'), undefined);
    const held = resolveSettings(url('held'), undefined).connection;
    await nextFrame();
    // Chromium lets tests collect; elsewhere nothing is cleared and nothing can go wrong.
    const { gc } = globalThis as { readonly gc?: () => void };
    gc?.();
    expect(resolveSettings(url('held'), undefined).connection).to.equal(held);
  });

  it('of another backend than the one around it take neither its token nor anything else of it (TH10)', () => {
    const getToken = async () => 'secret';
    const around = resolveSettings({ baseUrl: 'https://one.example', getToken, endpoints: { profile: '/x' }, credentials: 'include' }, undefined);
    expect(resolveSettings({}, around).connection).to.equal(around.connection);
    for (const own of [{ baseUrl: 'https://other.example' }, { source: 'optimove' }, { customerSource: {} }])
      expect(resolveSettings(own, around).connection).to.deep.equal(own);
  });
});
