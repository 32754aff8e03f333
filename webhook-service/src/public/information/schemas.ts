/** Pieces that the routes of general information share: the same for everybody, in both languages, seldom changed. */
import Type from 'typebox';
import type { Language } from '../../deadlines/due-words.ts';

export const LanguageQuery = Type.Object({
  lang: Type.Optional(Type.Union([Type.Literal('vi'), Type.Literal('en')], { description: 'mặc định vi' })),
});

export function languageOf(query: unknown): Language {
  return (query as { lang?: Language }).lang ?? 'vi';
}

/** Long enough that an app opened many times asks once, short enough that a mended sentence is read the same hour. */
export const KEPT = 'public, max-age=300';
