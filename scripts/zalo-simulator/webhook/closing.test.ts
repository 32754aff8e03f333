import { expect, it } from 'vitest';
import { simulatorControl } from '../control-client.ts';
import { startSimulator } from '../simulator.ts';

it('closes at once while events wait for their turn; they are the next run’s', async () => {
  const simulator = await startSimulator({
    appId: '4102938475610293847',
    appSecret: 'app-secret-for-tests',
    oaId: '2910384756102938475',
    oaSecret: 'oa-secret-for-tests',
    webhookUrl: 'http://127.0.0.1:9/',
    settings: { webhook: { delayMinMs: 600_000, delayMaxMs: 600_000 } },
  });
  const zalo = simulatorControl(simulator.url);
  await zalo.firstToken();
  const [citizen] = simulator.state().citizens;
  await zalo.act(citizen?.id ?? '', { act: 'text', text: 'còn đang trên đường' });
  expect(simulator.state().pendingDeliveries).toBe(1);
  await simulator.close();
});
