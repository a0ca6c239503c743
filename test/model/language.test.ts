import { expect } from '@open-wc/testing';
import { canonicalLanguage } from '../../src/model/language.js';

describe('a language', () => {
  for (const [given, name] of [
    ['de', 'de'],
    ['en_US', 'en-US'],
    [' PT-br ', 'pt-BR'],
    ['', 'en'],
    ['not a language', 'en'],
  ] as const) {
    it(`given as "${given}" is ${name} to the platform (F23, V25)`, () => expect(canonicalLanguage(given)).to.equal(name));
  }
});
