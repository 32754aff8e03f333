import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import type { City } from '../../webhook-service/test/city.ts';
import type { Phone } from './phone.ts';

/**
 * Opens the app in an ordinary browser, as a link that was passed on does: the same page without Zalo's native side. It lies at the
 * address of the service, so that nothing but Zalo is missing.
 */
export async function opensOutside({ city, context, page }: Phone, path: string): Promise<void> {
  const root = `/zapps/${city.config.zalo.miniappId}`;
  await context.route(`${city.url}${root}**`, async (route) => {
    const { type, body } = await fromSimulator(city, new URL(route.request().url()).pathname);
    const naming = `<script>window.APP_ID = '${city.config.zalo.miniappId}'</script>`;
    await route.fulfill({
      contentType: type,
      body: body.replace(/<script src="\/_sim\/host\.js".*?<\/script>/, naming),
    });
  });
  await page.goto(`${city.url}${root}${path}`);
}

/** The simulator shows the app only under a name of Zalo's, which programs cannot resolve. */
function fromSimulator(city: City, path: string): Promise<{ type: string; body: string }> {
  const { port } = new URL(city.simulator.url);
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host: `h5.zdn.vn.localhost:${port}` } }, (answer) => {
      const type = answer.headers['content-type'] ?? '';
      text(answer).then((body) => resolve({ type, body }), reject);
    }).once('error', reject);
  });
}
