/** Type by content, not by what the sender claims; the extension decides only where content cannot (doc family, csv). */
export type FileKind = 'jpg' | 'png' | 'gif' | 'pdf' | 'doc' | 'docx' | 'csv';

const SIGNATURES: [kind: FileKind, bytes: number[], extension?: string][] = [
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['doc', [0xd0, 0xcf, 0x11, 0xe0], 'doc'],
  ['docx', [0x50, 0x4b, 0x03, 0x04], 'docx'],
];

export function fileKind(bytes: Buffer, fileName: string): FileKind | undefined {
  const extension = fileName.split('.').at(-1)?.toLowerCase();
  for (const [kind, signature, wanted] of SIGNATURES) {
    const matches = signature.every((byte, index) => bytes[index] === byte);
    if (matches) return wanted === undefined || wanted === extension ? kind : undefined;
  }
  return extension === 'csv' && bytes.length > 0 && !bytes.includes(0) ? 'csv' : undefined;
}
