import { expect, test } from 'vitest';
import { parseOaEvent } from './events.ts';

const OA = '2910384756102938475';
const body = (name: string, rest: object) => ({
  event_name: name,
  oa_id: OA,
  template_id: '418273',
  timestamp: '1791342023100',
  ...rest,
});
const eventOf = (name: string, rest: object) => {
  const parsed = parseOaEvent(body(name, rest), OA);
  return parsed.kind === 'event' ? parsed.event : parsed;
};

test.each([
  ['change_template_quality', { quality: 'LOW' }, false],
  ['change_template_quality', { quality: 'MEDIUM' }, true],
  ['change_template_quality', { quality: 'HIGH' }, true],
  ['change_template_status', { status: { prev_status: 'ENABLE', new_status: 'DISABLE' } }, false],
  ['change_template_status', { status: { prev_status: 'PENDING_REVIEW', new_status: 'REJECT' } }, false],
  ['change_template_status', { status: { prev_status: 'PENDING_REVIEW', new_status: 'ENABLE' } }, true],
])('§1.11 %s %o: usable %s', (name, rest, works) => {
  expect(eventOf(name, rest)).toMatchObject({ type: 'template_changed', templateId: '418273', works });
});

test.each([
  ['change_template_quality', { quality: 'UNDEFINED' }],
  ['change_template_status', { status: { new_status: 'PENDING_REVIEW' } }],
  ['change_template_quality', { quality: 'LOW', template_id: '' }],
])('§1.11 %s %o changes nothing', (name, rest) => {
  expect(eventOf(name, rest)).toEqual({ type: 'other', name });
});
