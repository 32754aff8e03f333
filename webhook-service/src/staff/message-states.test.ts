import { describe, expect, test } from 'vitest';
import { citizenTold, messageStateLabel } from './message-states.ts';

type Message = Parameters<typeof messageStateLabel>[0];
const message = (state: Message['state'], digestState: Message['digestState'] = null): Message => ({
  state,
  digestState,
});

describe('the citizen has been told', () => {
  test.each<[string, Message[], boolean]>([
    ['when there was nothing to tell', [], true],
    ['when everything has arrived', [message('received'), message('seen')], true],
    ['not while Zalo only has it', [message('received'), message('accepted')], false],
    ['not by what is held', [message('held')], false],
    ['by a digest that has arrived', [message('folded', 'received'), message('folded', 'seen')], true],
    ['not by a digest that is on its way', [message('folded', 'accepted')], false],
    ['not by a digest that is lost', [message('folded')], false],
  ])('%s', (_when, messages, told) => {
    expect(citizenTold(messages)).toBe(told);
  });
});

test('a folded message says how far its digest has come', () => {
  expect(messageStateLabel(message('folded', 'received'))).toBe('Đã gộp vào tin tóm tắt (Người dân đã nhận)');
  expect(messageStateLabel(message('folded'))).toBe('Đã gộp vào tin tóm tắt');
  expect(messageStateLabel(message('held'))).toBe('Chờ người dân nhắn lại');
});
