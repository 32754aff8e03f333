import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { linkify } from './linkify.tsx';

const html = (text: string) => renderToStaticMarkup(<p>{linkify(text)}</p>);

it('links an address without the full stop that ends the sentence', () => {
  expect(html('Xem: https://zalo.me/s/335/reports/HN-7K3M9QX.')).toBe(
    '<p>Xem: <a href="https://zalo.me/s/335/reports/HN-7K3M9QX" target="_blank" rel="noopener noreferrer">https://zalo.me/s/335/reports/HN-7K3M9QX</a>.</p>',
  );
});

it('leaves markup and script addresses as plain text', () => {
  expect(html('<b>a</b> javascript:alert(1)')).toBe('<p>&lt;b&gt;a&lt;/b&gt; javascript:alert(1)</p>');
});
