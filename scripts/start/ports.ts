import { findFreePort, isPortFree } from '../servers/ports.ts';
import { ServerError } from '../servers/server-error.ts';
import { say } from './console.ts';

export interface PortWish {
  variable: string;
  what: string;
  standard: number;
}

/** A port the person asked for is used or refused; a standard one that is taken is replaced by a free one, said aloud. */
export async function choosePort({ variable, what, standard }: PortWish): Promise<number> {
  const asked = process.env[variable];
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new ServerError(`${variable}=${asked} không phải là một số cổng (1–65535).`);
    }
    if (await isPortFree(port)) return port;
    throw new ServerError(
      `Cổng ${port} (${variable}, ${what}) đang có chương trình khác dùng. Hãy dừng chương trình đó hoặc đặt ${variable} khác.`,
    );
  }
  const nearby = Array.from({ length: 20 }, (_, index) => standard + index);
  const port = await findFreePort(...nearby);
  if (port !== standard) say(`▸ Cổng ${standard} đang bận, ${what} dùng cổng ${port}`);
  return port;
}
