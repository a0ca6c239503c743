import { expect } from '@open-wc/testing';
import { array, bigInt, constantFrom, double, oneof, property, string } from 'fast-check';
import { addDecimals, compareDecimals, divideDecimals, sumMoney } from '../../src/model/arithmetic.js';
import { type Decimal, toDecimal, toNumber } from '../../src/model/money.js';
import { holds } from '../helpers/property.js';

const decimal = (text: string): Decimal => toDecimal(text)!;

/** Decimals of up to 30 digits with a point anywhere. */
const anyDecimal = bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).chain((units) =>
  constantFrom(0, 1, 2, 3, 8).map((scale) => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    const text = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
    return decimal(units < 0n ? `-${text}` : text);
  }),
);

describe('a decimal', () => {
  const readable: [unknown, string][] = [
    ['12.50', '12.50'],
    ['-12.50', '-12.50'],
    ['+7', '7'],
    [' 7 ', '7'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['1e3', '1000'],
    ['1.25e1', '12.5'],
    ['125e-2', '1.25'],
    ['1e-7', '0.0000001'],
    ['-1E+2', '-100'],
    ['0e999', '0'],
    [0.1, '0.1'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [5e-7, '0.0000005'],
    [9007199254740993n, '9007199254740993'],
    ['9223372036854775807', '9223372036854775807'],
    ['123456789012345678901234567890.123456789', '123456789012345678901234567890.123456789'],
  ];
  for (const [value, expected] of readable) {
    it(`is read from ${typeof value} ${String(value)} with its digits`, () => {
      expect(toDecimal(value)).to.equal(expected);
    });
  }

  const unreadable = ['', ' ', '.', '-', 'e5', '12,5', '1,234.5', '1.2.3', '0x10', '1e', '1e1000', 'NaN', 'Infinity', '$5', '٣', '1 000', '5 EUR'];
  for (const value of [...unreadable, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, true, {}, [], ['5']]) {
    it(`is not read from ${typeof value} ${JSON.stringify(value) ?? 'undefined'}`, () => {
      expect(toDecimal(value)).to.equal(undefined);
    });
  }

  it('has one spelling: reading it again changes nothing', () => {
    holds(
      property(anyDecimal, (value) => {
        expect(toDecimal(value)).to.equal(value);
      }),
    );
    holds(
      property(string(), (text) => {
        const read = toDecimal(text);
        if (read !== undefined) expect(toDecimal(read)).to.equal(read);
      }),
    );
  });

  it('keeps every number exactly', () => {
    holds(
      property(double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Number(toDecimal(number))).to.equal(number + 0);
      }),
    );
  });

  it('gives a finite number to draw, however large it is', () => {
    expect(toNumber(decimal('12.5'))).to.equal(12.5);
    expect(toNumber(decimal(`1${'0'.repeat(350)}`))).to.equal(Number.MAX_VALUE);
    expect(toNumber(decimal(`-1${'0'.repeat(350)}`))).to.equal(-Number.MAX_VALUE);
  });
});

describe('sums', () => {
  const cases: [string[], string][] = [
    [[], '0'],
    [['0.1', '0.2'], '0.3'],
    [['1.5', '2.50'], '4.00'],
    [['5', '-5'], '0'],
    [['0.05', '-0.10'], '-0.05'],
    [['9007199254740993', '0.01'], '9007199254740993.01'],
    [['-12.30', '2'], '-10.30'],
  ];
  for (const [amounts, sum] of cases) {
    it(`${amounts.join(' + ') || 'nothing'} is ${sum} (V9)`, () => {
      expect(addDecimals(amounts.map(decimal))).to.equal(sum);
    });
  }

  it('do not depend on the order, and taking everything away again leaves nothing', () => {
    holds(
      property(array(anyDecimal), (amounts) => {
        const sum = addDecimals(amounts);
        expect(addDecimals([...amounts].reverse())).to.equal(sum);
        const negated = amounts.map((amount) => toDecimal(amount.startsWith('-') ? amount.slice(1) : `-${amount}`)!);
        expect(toNumber(addDecimals([sum, ...negated]))).to.equal(0);
      }),
    );
  });

  it('never cross currencies, and keep amounts without one apart', () => {
    const sums = sumMoney([
      { amount: decimal('1.10'), currency: 'EUR' },
      { amount: decimal('5'), currency: 'JPY' },
      { amount: decimal('2.20'), currency: 'EUR' },
      { amount: decimal('7') },
    ]);
    expect(sums).to.eql([{ amount: '3.30', currency: 'EUR' }, { amount: '5', currency: 'JPY' }, { amount: '7' }]);
    expect(sumMoney([])).to.eql([]);
  });
});

describe('quotients', () => {
  const cases: [string, string, string | undefined][] = [
    ['10', '4', '2.5'],
    ['1', '3', '0.3333333333'],
    ['2', '3', '0.6666666667'],
    ['-1', '8', '-0.125'],
    ['0', '5', '0'],
    ['10.00', '0.5', '20'],
    ['1', '0', undefined],
    ['1', '0.00', undefined],
    ['-0.00000000001', '1', '0'],
    ['90071992547409930', '10', '9007199254740993'],
  ];
  for (const [dividend, divisor, quotient] of cases) {
    it(`${dividend} ÷ ${divisor} is ${quotient ?? 'nothing'}`, () => {
      expect(divideDecimals(decimal(dividend), decimal(divisor))).to.equal(quotient);
    });
  }
});

describe('order', () => {
  it('is by value, not by spelling', () => {
    expect(compareDecimals(decimal('10'), decimal('9'))).to.equal(1);
    expect(compareDecimals(decimal('1.50'), decimal('1.5'))).to.equal(0);
    expect(compareDecimals(decimal('-2'), decimal('-1'))).to.equal(-1);
    expect(compareDecimals(decimal('9007199254740993'), decimal('9007199254740992'))).to.equal(1);
  });

  it('is the same from both sides', () => {
    holds(
      property(anyDecimal, oneof(anyDecimal, constantFrom(decimal('0'))), (left, right) => {
        expect(compareDecimals(left, right) + compareDecimals(right, left)).to.equal(0);
        expect(compareDecimals(left, left)).to.equal(0);
      }),
    );
  });
});
