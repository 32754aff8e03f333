import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWww, MOST_FIRST_LOAD } from './check-www.ts';
import { deployFolder } from './deploy-folder.ts';

describe('the build of the Mini App', () => {
  const www = join(mkdtempSync(join(tmpdir(), 'www-')), 'www');
  beforeAll(async () => {
    await build({ configFile: 'miniapp/vite.config.ts', logLevel: 'error', build: { outDir: www, emptyOutDir: true } });
  }, 120_000);
  afterAll(() => rmSync(www, { recursive: true, force: true }));

  it('is what Zalo takes: lists filled, relative, modules by name, no page of its own, nothing of the simulator', () => {
    expect(checkWww(www).faults).toEqual([]);
  });

  it('loads less than its budget until the first page stands', () => {
    const { firstLoad } = checkWww(www);
    expect(firstLoad).toBeGreaterThan(50_000);
    expect(firstLoad).toBeLessThan(MOST_FIRST_LOAD);
  });

  it('keeps the map out of the first load', () => {
    const { listSyncJS, listAsyncJS } = JSON.parse(readFileSync(join(www, 'app-config.json'), 'utf8')) as Record<
      string,
      string[]
    >;
    const first = [...(listSyncJS ?? []), ...(listAsyncJS ?? [])].map((file) => readFileSync(join(www, file), 'utf8'));
    expect(first.some((code) => code.includes('leaflet-container'))).toBe(false);
  });

  it('asks nobody else for anything: no address of a font, a style or a picture leaves the folder', async () => {
    const styles = (await readdir(join(www, 'assets'))).filter((file) => file.endsWith('.css'));
    const outside = styles.flatMap((file) =>
      [...readFileSync(join(www, 'assets', file), 'utf8').matchAll(/url\(["']?(https?:[^)"']+)/g)].map(
        ([, url]) => url,
      ),
    );
    expect(outside).toEqual([]);
  });

  it('is uploaded from a folder with no second app-config.json whose empty lists would win', async () => {
    const folder = deployFolder(www);
    try {
      expect(await readdir(folder)).toEqual(['www']);
      expect(checkWww(join(folder, 'www')).faults).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a build that Zalo would show as a white page', () => {
  it('is refused with the reason', () => {
    const www = mkdtempSync(join(tmpdir(), 'www-'));
    mkdirSync(join(www, 'assets'));
    writeFileSync(join(www, 'index.html'), '<!doctype html>');
    writeFileSync(join(www, 'assets/index.js'), 'window.simPhone = {}');
    writeFileSync(
      join(www, 'app-config.json'),
      JSON.stringify({ listCSS: [], listSyncJS: ['/assets/gone.module.js'], listAsyncJS: [] }),
    );
    const { faults } = checkWww(www);
    for (const reason of ['index.html', 'listCSS trống', 'đường dẫn tương đối', '.module.js', 'giả lập'])
      expect(faults.join('\n')).toContain(reason);
    rmSync(www, { recursive: true, force: true });
  });
});
