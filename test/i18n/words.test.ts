import { expect } from '@open-wc/testing';
import { englishCommon } from '../../src/i18n/slices/common.js';
import { englishShared } from '../../src/i18n/slices/shared.js';
import { channelText, decisionText, factText } from '../../src/i18n/words.js';
import { DECISIONS, FACTS } from '../../src/model/campaign.js';

const texts = { ...englishCommon, ...englishShared };

describe('a channel', () => {
  for (const [given, shown] of [
    ['email', 'E-mail'],
    ['E-Mail', 'E-mail'],
    ['Mail', 'E-mail'],
    ['Mobile Push', 'Push'],
    ['web_push', 'Push'],
    ['SMS', 'SMS'],
    ['IVR', 'Voice'],
    ['Direct Mail', 'Direct Mail'],
    ['#7', 'Channel #7'],
    ['toString', 'toString'],
    ['', ''],
  ] as const) {
    it(`a backend calls "${given}" reads "${shown}"`, () => expect(channelText(given, texts)).to.equal(shown));
  }
});

describe('a decision', () => {
  it('has words of its own', () => {
    const words = DECISIONS.map((decision) => decisionText(decision, 'paused', texts));
    expect(new Set(words).size).to.equal(DECISIONS.length);
    expect(words.at(-1)).to.equal('Other (paused)');
  });

  it('never shows a control group as contacted (T17)', () => {
    expect(decisionText('control', undefined, texts)).to.equal('Control group, not contacted');
  });
});

describe('a fact of a message', () => {
  it('has words of its own', () => {
    const words = FACTS.map((fact) => factText({ fact, factAsGiven: 'bounced softly' }, 'sms', texts));
    expect(new Set(words).size).to.equal(FACTS.length);
    expect(words.at(-1)).to.equal('Other (bounced softly)');
  });

  it('is only probable where the picture of an e-mail tells it (T33)', () => {
    expect(factText({ fact: 'impression' }, 'E-Mail', texts)).to.equal('Probably seen');
    expect(factText({ fact: 'impression' }, 'push', texts)).to.equal('Seen');
  });
});
