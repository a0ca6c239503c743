import { expect } from '@open-wc/testing';
import { addMonths, toPlainDay } from '../../src/model/day.js';

describe('a plain day', () => {
  it('clamps', () => {
    expect(addMonths(toPlainDay('2024-08-31')!, -6)).to.equal('2024-02-29');
  });
});
