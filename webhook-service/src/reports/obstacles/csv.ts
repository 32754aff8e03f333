/** CSV for spreadsheets: RFC 4180, with the mark that makes Excel read UTF-8. */

export type Cell = string | number | null;

/** The whole file. Lines end in CR LF, the last one too. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * A text that starts like a formula gets a ' in front: whoever wrote a proposal must not run anything on the machine of
 * whoever opens the export (OWASP, CSV injection). Numbers are ours and stay numbers.
 */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
