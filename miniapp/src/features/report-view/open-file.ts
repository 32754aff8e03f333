import { apiAddress } from '../../api/address.ts';
import { answered, api, fetchFile } from '../../api/client.ts';
import { zalo } from '../../zalo/index.ts';

/**
 * Opens a document of an answer. Where anyone may read it, in Zalo's own web view, which knows how to show one; else it is
 * fetched with the sign-in and handed to the phone.
 * @throws ApiProblem, ZaloError
 */
export async function openDocument(document: { id: number; url: string }, code: string): Promise<void> {
  const open = await publicAddress(document.id, code);
  if (open) await zalo.openPage(open);
  else await openFile(document.url, `${code}-${document.id}.pdf`);
}

/** Fetches a file behind the sign-in and lets the phone save or show it. @throws ApiProblem */
export async function openFile(path: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(path));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.rel = 'noopener';
  document.body.append(link);
  link.click();
  link.remove();
  // The phone reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The public page of the report, for whoever has its code. */
export function statusPage(code: string): string {
  return `${apiAddress()}/tra-cuu/${code}`;
}

/** Null when only those who sent or follow the report may read it, or when that cannot be found out now. */
async function publicAddress(id: number, code: string): Promise<string | null> {
  try {
    const view = await answered(api.GET('/api/public/reports/{code}', { params: { path: { code } } }));
    const found = view.answers.flatMap(({ documents }) => documents).find((document) => document.id === id);
    return found ? `${apiAddress()}${found.address}` : null;
  } catch {
    return null;
  }
}
