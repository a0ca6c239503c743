import { expect } from '@open-wc/testing';
import { type RunningMocks, startMocks } from '../../mocks/browser.js';
import { DOCUMENTED_ID } from '../../mocks/index.js';
import { readAnswer } from '../../src/rest/answer.js';
import { RESOURCES } from '../../src/rest/contract/resources.js';
import { allowNetwork } from '../helpers/guard.js';

describe('the real service worker', () => {
  let mocks: RunningMocks;

  before(async () => {
    mocks = await startMocks();
  });

  after(async () => {
    mocks.stop();
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });

  it('answers the page’s own requests like the contract, and otherwise when told', async () => {
    allowNetwork();
    const ask = () => fetch(`/api/customers/${DOCUMENTED_ID}/predictions`);
    const { leftOut, value } = readAnswer(RESOURCES.predictions, await (await ask()).json(), { id: DOCUMENTED_ID });
    expect({ leftOut, likelihoods: value.likelihoods.length }).to.deep.equal({ leftOut: 0, likelihoods: 4 });
    mocks.use({ scenario: 'forbidden' });
    expect((await ask()).status).to.equal(403);
  });

  it('gives pictures to the page’s images', async () => {
    const image = new Image();
    image.src = '/api/product-images/grocery.svg';
    await image.decode();
    expect(image.naturalWidth).to.equal(96);
  });

  it('leaves alone what is not the backend’s', async () => {
    allowNetwork();
    expect((await fetch('/package.json')).status).to.equal(200);
  });
});

// The demo's pages share the origin's one worker: played at the same time as the tests above, either could end it for the other.
import '../demo/demo.cases.js';
