import { expect } from '@open-wc/testing';
import { outcomeOf } from '../../../src/elements/timeline/lifecycle.js';
import { englishCommon } from '../../../src/i18n/slices/common.js';
import { englishShared } from '../../../src/i18n/slices/shared.js';
import { englishTimeline } from '../../../src/i18n/slices/timeline.js';
import type { Communication, Fact } from '../../../src/model/campaign.js';
import type { Instant } from '../../../src/model/day.js';

const texts = { ...englishCommon, ...englishShared, ...englishTimeline };
const now = Date.parse('2026-11-22T12:00:00Z') as Instant;

function message(channel: string, facts: readonly Fact[], more: Partial<Communication> = {}): Communication {
  return { communicationId: 'm', channel, lifecycle: facts.map((fact, index) => ({ fact, at: (now - 1000 + index) as Instant })), ...more };
}

/** The line as a person reads it. */
function read(of: Communication): string {
  const { steps, failure, note } = outcomeOf(of, texts, now, () => '9:00');
  return [steps.join(' › '), failure, note].filter(Boolean).join(' · ');
}

describe('what came of a message', () => {
  for (const [what, of, line] of [
    ['an e-mail nobody was seen to open', message('email', ['create', 'sent', 'delivered']), 'Sent › Delivered · opening not observed'],
    [
      'an opened e-mail, which is only probable (T33)',
      message('email', ['create', 'sent', 'delivered', 'impression']),
      'Sent › Delivered › Probably seen · click not observed',
    ],
    ['a push message that was seen', message('push', ['sent', 'impression']), 'Sent › Seen · click not observed'],
    ['a message clicked twice (T29)', message('sms', ['sent', 'delivered', 'click', 'click']), 'Sent › Delivered › Clicked'],
    ['a message that was only sent (T30)', message('sms', ['create', 'sent']), 'Sent · delivery not observed'],
    [
      'a failed message with its reason (S25)',
      message('sms', ['create', 'sent', 'fail'], { failReason: 'Number not in service' }),
      'Sent › Failed · Number not in service',
    ],
    ['a message whose reader opted out', message('email', ['sent', 'delivered', 'optout']), 'Sent › Delivered › Opted out'],
    ['an inbox message that was read and deleted', message('inbox', ['sent', 'delivered', 'read', 'delete']), 'Sent › Delivered › Read › Deleted'],
    ['a call, which can neither be seen nor clicked', message('ivr', ['sent', 'delivered']), 'Sent › Delivered'],
    ['a message that is planned (S29)', message('email', ['create'], { plannedSendAt: (now + 5) as Instant }), 'Planned for 9:00'],
    ['a message that only exists', message('email', ['create']), ''],
    ['nothing at all', message('email', []), ''],
  ] as const) {
    it(`of ${what} reads “${line}”`, () => expect(read(of)).to.equal(line));
  }

  it('is trouble when it failed or made somebody leave', () => {
    const troubled = (facts: Fact[]) => outcomeOf(message('email', facts), texts, now, String).isTrouble;
    expect([troubled(['sent']), troubled(['fail']), troubled(['optout'])]).to.deep.equal([false, true, true]);
  });
});
