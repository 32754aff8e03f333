import { spawn } from 'node:child_process';
import { ServerError } from '../servers/server-error.ts';
import { ROOT } from './folders.ts';

/** Builds what this start needs and answers the build's last line. */
export async function build(withSimulator: boolean): Promise<string> {
  const parts = withSimulator ? ['service', 'simulator-page', 'miniapp'] : ['service'];
  const child = spawn(process.execPath, ['scripts/build.mjs', ...parts], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new ServerError(`Không dựng được chương trình:\n${output.trimEnd()}`);
  return output.trimEnd().split('\n').at(-1) ?? '';
}
