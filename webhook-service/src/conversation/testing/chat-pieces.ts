import fc from 'fast-check';

/** Invented messages made of what people really type, with codes, numbers, emoji, broken marks and nonsense in between. */
export const chatText = fc
  .array(
    fc.constantFrom(
      ...[
        'tra cứu',
        'tra cuu',
        'huỷ',
        'thôi',
        'HN-7K3MR4T5',
        'HN-7K3MR4T6',
        'hn',
        '7K3MR4T5',
        'xem',
        'cảm ơn',
        'alo',
        'em',
        'ơi',
        'không biết',
      ],
      ...[
        'ổ gà',
        'rác',
        'cháy',
        'ngập',
        'nắp cống bị mất',
        'phường Láng',
        'Láng Hạ',
        'số 5 ngõ 12',
        'gần chợ',
        '12 Phố Huế',
        'there is',
        'broken',
      ],
      ...[
        '\n',
        ',',
        '👍🏽',
        '🇻🇳',
        '\u0301',
        '\u200b',
        '\u0000',
        '106/12',
        '21.0156,105.8137',
        'https://maps.app.goo.gl/x',
        '[',
        '\\',
        '((',
        'ﷺ',
        'İ',
      ],
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(' '));
