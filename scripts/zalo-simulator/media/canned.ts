/** Small stand-ins for what the page does not let a citizen choose: sticker, voice, video, document. */
export const STICKER_PATH = '/media/sticker.svg';

const STICKER_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 130 130" width="130" height="130">
<circle cx="65" cy="65" r="56" fill="#ffd34d"/><circle cx="46" cy="54" r="7"/><circle cx="84" cy="54" r="7"/>
<path d="M40 78q25 26 50 0" fill="none" stroke="#000" stroke-width="6" stroke-linecap="round"/></svg>`;

/** One second of silence: the AMR magic and fifty NO_DATA frames of 20 ms (RFC 4867 §5; §1.8: audio is AMR). */
export const SILENT_AMR = Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(50, 0x7c)]);

/** Only an `ftyp` box: enough to be recognised as MP4, not meant to be played. */
export const EMPTY_MP4 = Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from('ftypisom\0\0\0\0isom')]);

/** A one-page empty PDF. */
export const EMPTY_PDF = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
);

function svg(text: string) {
  return { contentType: 'image/svg+xml', bytes: Buffer.from(text) };
}

/** Pictures that always exist. */
export const CANNED_MEDIA: Record<string, { contentType: string; bytes: Buffer }> = {
  [STICKER_PATH]: svg(STICKER_SVG),
  '/media/avatar.svg': svg(portrait('#5b7fa6')),
  '/media/oa-avatar.svg': svg(portrait('#9c2b23')),
};

function portrait(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120" height="120">
<rect width="120" height="120" fill="${colour}"/><circle cx="60" cy="46" r="22" fill="#fff"/><path d="M18 112a42 38 0 0 1 84 0" fill="#fff"/></svg>`;
}
