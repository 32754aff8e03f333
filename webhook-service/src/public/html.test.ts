import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, markupOf } from './html.ts';

describe('html', () => {
  it('escapes data in text and in quoted attributes', () => {
    const typed = `"><script>alert('x')</script>&`;
    expect(markupOf(html`<input value="${typed}">${typed}`)).toBe(
      '<input value="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;',
    );
  });

  it('keeps markup that html made, also in lists', () => {
    const items = ['một', '<hai>'].map((text) => html`<li>${text}</li>`);
    expect(markupOf(html`<ul>${items}</ul>`)).toBe('<ul><li>một</li><li>&lt;hai&gt;</li></ul>');
  });

  it('writes nothing for null, undefined and false, but does write 0', () => {
    expect(markupOf(html`[${null}${undefined}${false}${0}]`)).toBe('[0]');
  });

  it('lets no text from outside open or close anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = markupOf(html`${text}`);
        expect(written).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});
