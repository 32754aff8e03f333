/** Hands a file to the phone as a browser does. Whether a WebView takes it cannot be known, so another way is always offered. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some phones begin to read it later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
