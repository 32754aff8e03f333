import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ChannelTemplate } from '../../webhook-service/src/notifications/planner/templates.ts';
import { readTemplates } from '../zalo-simulator/zbs-templates.ts';
import { approvedTemplates } from './templates.ts';

const sent: ChannelTemplate[] = JSON.parse(readFileSync('docs/zalo-templates.example.json', 'utf8'));

test('the simulated Zalo has approved what the example of the service sends, parameter by parameter and way by way', () => {
  const approved = readTemplates(approvedTemplates);
  for (const { channel, templateId, dong, night, parameters } of sent.filter((one) => one.channel !== 'miniapp')) {
    const template = approved.find(({ id }) => id === templateId);
    expect(template?.parameters.map(({ name }) => name)).toEqual(Object.keys(parameters));
    expect(template).toMatchObject(
      channel === 'uid' ? { byUid: true, priceUid: dong } : { byPhone: true, pricePhone: dong },
    );
    if (channel === 'zns') expect(template?.noNight).toBe(night ?? false);
  }
  expect(approved).toHaveLength(
    new Set(sent.filter((one) => one.channel !== 'miniapp').map((one) => one.templateId)).size,
  );
});
