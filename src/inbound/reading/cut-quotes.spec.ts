import { describe, expect, it } from '@jest/globals';
import { cutQuotes } from './cut-quotes.ts';

const own = {
  markers: ['— Write your reply above this line —', '— Répondez au-dessus de cette ligne —'],
  signs: ['@forum.example', 'talks@mail.example'],
};
const cut = (...lines: string[]): ReturnType<typeof cutQuotes> => cutQuotes(lines.join('\n'), own);

describe('cutting what a reply quotes', () => {
  it('keeps what is above our line, in every language, quoted or not', () => {
    for (const line of [
      '> — Write your reply above this line —',
      '— Répondez au-dessus de cette ligne —',
      '>> *— write your reply above this line —*',
    ])
      expect(cut('Yes, on Friday.', 'At noon.', '', line, '> Your question', '> https://forum.example/x')).toEqual({
        text: 'Yes, on Friday.\nAt noon.',
        cause: null,
        isAboveLine: true,
      });
  });

  it('removes what mail programs write above our line', () => {
    for (const head of [
      ['On Mon, 30 Nov 2026 at 10:02, Talks <talks@mail.example> wrote:'],
      ['Le lun. 30 nov. 2026 à 10:02, Talks <talks@mail.example> a', 'écrit :'],
      [
        '________________________________',
        'De : Talks <talks@mail.example>',
        'Envoyé : lundi 30 novembre 2026 10:02',
        'À : Ada',
        'Objet : [Talks] Mail',
      ],
      ['-----Original Message-----', 'From: Talks', 'Sent: Monday', 'To: Ada', 'Subject: Re'],
      ['Am 30.11.2026 um 10:02 schrieb Talks:', '>'],
      [
        'Von: Talks <talks@mail.example>',
        'Datum: Montag, 30. November 2026 um 10:02',
        'An: Ada',
        'Betreff: [Talks] Mail',
      ],
      [
        '------- Original Message -------',
        'On Monday, November 30th, 2026 at 10:02, Talks <talks@mail.example> wrote:',
      ],
    ])
      expect(cut('Merci beaucoup.', '', ...head, '', '> — Write your reply above this line —').text).toBe(
        'Merci beaucoup.',
      );
  });

  it('keeps last lines of a person that only look like fields, and asks when they look like the head', () => {
    const head = ['', 'Le lun. 30 nov. 2026 à 10:02, Talks <talks@mail.example> a écrit :', ''];
    const line = '> — Write your reply above this line —';
    expect(cut('Merci.', '', 'Lieu : ici', 'Date : demain', ...head, line)).toEqual({
      text: 'Merci.\n\nLieu : ici\nDate : demain',
      cause: null,
      isAboveLine: true,
    });
    for (const last of ['A : on verra', 'We met at 12:30 and decided:', 'De 2012, je retiens surtout ceci :'])
      expect(cut('Merci.', '', last, '', line)).toEqual({
        text: `Merci.\n\n${last}`,
        cause: 'unsure',
        isAboveLine: false,
      });
  });

  it('keeps words between and below quoted lines, and asks their owner', () => {
    expect(
      cut('Two things.', '', '> — Write your reply above this line —', '> Your question', 'The first: yes.', '> more'),
    ).toEqual({
      text: 'Two things.\n\nThe first: yes.',
      cause: 'below-the-line',
      isAboveLine: false,
    });
  });

  it('keeps all when nothing is above our line', () => {
    expect(cut('> — Write your reply above this line —', '> Your question')).toMatchObject({ cause: 'nothing-left' });
    expect(cut('')).toEqual({ text: '', cause: 'nothing-left', isAboveLine: false });
  });

  it('cuts at a quotation of our address or Message-ID when our line is gone', () => {
    expect(
      cut('Yes.', '', 'On 30 Nov 2026 at 10:02 Talks (talks@mail.example) wrote:', 'Your question is answered'),
    ).toMatchObject({
      text: 'Yes.',
      cause: null,
    });
    expect(cut('Yes.', '', 'In <abc@forum.example> of 30.11.2026 10:02:', '> Your question', 'And thanks.').text).toBe(
      'Yes.\n\nAnd thanks.',
    );
  });

  it('keeps a French paragraph that begins with "Le" and contains "écrit"', () => {
    const paragraph = [
      'Le livre dont vous parlez est bien celui que Thierry a écrit',
      'pendant son silence de six mois, et je le recommande.',
      '',
      'Le second, qui vient de paraître, est moins bien écrit',
      '',
      'Bonne lecture à toutes et à tous, et merci encore pour cette conférence.',
    ].join('\n');
    expect(cutQuotes(paragraph, own)).toMatchObject({ text: paragraph, cause: null });
  });

  it('keeps paragraphs that begin with "On" and end with "wrote:"', () => {
    const text =
      'On the matter of style, here is what Ada wrote:\n\nShort sentences. They are read.\n\nI agree with her.';
    expect(cutQuotes(text, own).text).toBe(text);
  });

  it('takes dashes and equal signs between paragraphs for no signature, or asks', () => {
    const text = `First part.\n\n---\n\n${'A whole paragraph of words that somebody wrote. '.repeat(10).trim()}`;
    expect(cutQuotes(text, own).text).toContain('A whole paragraph');
  });

  it('removes a signature, and the line of a telephone', () => {
    expect(cut('Yes.', '', '-- ', 'Ada Example', '+33 6 00 00 00 00').text).toBe('Yes.');
    expect(cut('Oui.', '', 'Envoyé de mon iPhone').text).toBe('Oui.');
    expect(cut('Yes.', '', 'Sent from Outlook for Android<https://aka.ms/AAb9ysg>').text).toBe('Yes.');
    expect(
      cut('Yes.', '', '-- ', 'Ada', '', 'On Mon, 30 Nov 2026 at 10:02, Talks <talks@mail.example> wrote:', '> hello')
        .text,
    ).toBe('Yes.');
  });

  it('keeps sentences that begin or stand as a signature does, and asks when they may be one', () => {
    for (const words of [
      ['Sent from the stage, here is what I think.', 'It is late.'],
      ['Oui.', '', 'Envoyé de mon iPhone', '', 'P.S. Merci encore pour tout.'],
    ])
      expect(cut(...words).text).toBe(words.join('\n'));
    const parts = ['The first part is one thing.', '', '--', '', 'The second is another.'];
    for (const line of [[], ['', '— Write your reply above this line —']])
      expect(cut(...parts, ...line)).toEqual({ text: parts.join('\n'), cause: 'unsure', isAboveLine: false });
  });

  it('asks when a guess would take more than half', () => {
    expect(
      cut(
        'Yes.',
        '',
        'Am 30.11.2026 um 10:02 schrieb Bob:',
        'A long text without marks that Bob may or may not have written.',
      ),
    ).toMatchObject({
      cause: 'half-cut',
      text: expect.stringContaining('Bob may or may not'),
    });
  });

  it('takes no longer for texts made to be slow', () => {
    for (const hostile of [
      'Op schreef\n'.repeat(4_000),
      'x on at wrote '.repeat(3_000),
      `${'On a b '.repeat(30)}\n`.repeat(200),
      '0000from<>'.repeat(800),
      '\n'.repeat(50_000),
      `${'> '.repeat(20_000)}`,
      `${'— Write your reply above this line '.repeat(1_000)}`,
      '-'.repeat(50_000),
      'W dniu '.repeat(1_000),
    ]) {
      const begin = performance.now();
      cutQuotes(hostile, own);
      expect({ hostile: hostile.slice(0, 20), isQuick: performance.now() - begin < 2_000 }).toEqual({
        hostile: hostile.slice(0, 20),
        isQuick: true,
      });
    }
  });
});
