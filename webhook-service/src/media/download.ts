import { type FetchOptions, fetchAllowed, type NotFetched } from './fetch-allowed.ts';
import { type ImageType, imageTypeOf } from './image-type.ts';

export type DownloadOptions = FetchOptions;

export type DownloadResult =
  | { outcome: 'ok'; bytes: Buffer; type: ImageType }
  /** What came is no picture. */
  | { outcome: 'refused'; why: 'type' }
  | NotFetched;

/** Fetches a picture a sender's event points to; see {@link fetchAllowed} for what is not trusted. */
export async function downloadImage(address: string, options: DownloadOptions): Promise<DownloadResult> {
  const fetched = await fetchAllowed(address, options, wholeOf);
  if (fetched.outcome !== 'ok') return fetched;
  const bytes = fetched.taken;
  const type = imageTypeOf(bytes);
  return type === null ? { outcome: 'refused', why: 'type' } : { outcome: 'ok', bytes, type };
}

/** Everything at once, for what has to be looked at as a whole; the limit of the fetch bounds it. */
export async function wholeOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
