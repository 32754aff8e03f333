import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import packedChromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * A headless Chromium that needs nothing but `npm ci`: the binary is packed inside `@sparticuz/chromium` (Linux). Works
 * as root and without a display. Elsewhere, or to use another build, set `CHROMIUM_PATH`.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return chromium.launch({ executablePath: own, args: browserArgs });
  const home = await unpackedChromium();
  const executablePath = join(home, 'chromium');
  return chromium.launch({ executablePath, args: browserArgs, env: { ...process.env, ...whatIsMissing(home) } });
}

/** A bare Debian lacks libraries Chromium links to (NSS) and any font set-up; the package brings both for such machines. */
function whatIsMissing(home: string): Record<string, string> {
  const starts = spawnSync(join(home, 'chromium'), ['--version'], { stdio: 'ignore' }).status === 0;
  return {
    ...(!starts && { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }),
    ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_FILE: fontSetUp(home) }),
  };
}

/** The package's own set-up looks for its fonts below /tmp; ours says where they really are. */
function fontSetUp(home: string): string {
  const file = join(home, 'fonts.conf');
  const folders = `<dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>\n`,
  );
  return file;
}

/**
 * Not the package's own list: that one is for Lambda and switches off the same-origin rule, mixed-content blocking and
 * process separation, so a page that a real browser refuses would pass our tests.
 */
const browserArgs = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-gpu'];

/**
 * The package unpacks into the system's temporary folder and takes whatever `chromium` it finds there, also one that
 * another process has written only half or that belongs to another version. Here it unpacks beside its own version and
 * the finished folder is moved into place in one step.
 */
async function unpackedChromium(): Promise<string> {
  if (process.platform !== 'linux') {
    throw new Error('The packed Chromium runs on Linux only. Set CHROMIUM_PATH to a Chrome or Chromium binary.');
  }
  const { cache, packed } = folders();
  const home = join(cache, 'browser');
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}.${Date.now()}`;
    await mkdir(draft, { recursive: true });
    await inTemporaryFolder(draft, async () => {
      await packedChromium.executablePath();
      await inflate(join(packed, 'al2023.tar.br'));
    });
    try {
      renameSync(draft, home);
    } catch (error) {
      // Another process was faster; its copy is as good.
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  return home;
}

function folders(): { cache: string; packed: string } {
  const require = createRequire(import.meta.url);
  // The entry point lies in build/, two levels or so below the package; its version is in package.json at the top.
  const entry = require.resolve('@sparticuz/chromium');
  const root = entry.slice(
    0,
    entry.lastIndexOf(join('@sparticuz', 'chromium')) + join('@sparticuz', 'chromium').length,
  );
  const { version } = require(join(root, 'package.json')) as { version: string };
  return { cache: join(dirname(dirname(root)), '.cache', `sparticuz-${version}`), packed: join(root, 'bin') };
}

async function inTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
