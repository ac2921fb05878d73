import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readReturned } from './read-email.ts';
import { emailWith, read, reply } from '../../../test/inbound/made-emails.ts';

const folder = process.env['MAILS_DIR'];
const filesIn = (kind: string): string[] => {
  const dir = path.join(folder ?? '', kind);
  return folder && existsSync(dir) ? readdirSync(dir).map((name) => path.join(dir, name)) : [];
};

/** Words of each person that have to be left, where they are not those of the usual text. */
const OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  'correct_sig.txt': ['this is an email with a correct -- signature.'],
  'email_1.txt': ['Hi folks', 'I am currently using the Java HTTP API.'],
  'email_19.txt': ['On Thursday, I get proper rendering.'],
  'email_21.txt': ['On Thursday:', 'mollit anim id est laborum.'],
  'email_2_1.txt': ['Outlook with a reply'],
  'email_3.txt': ['Oh thanks.', 'Having the function would be great.'],
  'email_6.txt': ['I get proper rendering as well.'],
  'email_bullets.txt': ['test 2 this should list second', '- and another'],
  'email_custom_quote_header.txt': ['Thank you!'],
  'email_customer_quote_header_2.txt': ['Thank you very much.'],
  'email_emoji.txt': ['🎉'],
  'email_multi_word_sent_from_my_mobile_device.txt': ['Here is another email'],
  'email_one_is_not_on.txt': ['Thank, this is really helpful.', 'Locally (on development), when I run...'],
  'email_reply_header.txt': ['This is the latest reply.', "word 'On.'", 'it could happen TWICE!', 'Stranger'],
  'email_sent_from.txt': ['as long as you type in between words or paragraphs.'],
  'email_tricky_11_double_signature.txt': ['Thanks for your help!'],
  'email_tricky_16_unicode_signatures.txt': ['Thanks for the update!'],
  'email_tricky_17_forward_header.txt': ['See the forwarded message below.'],
  'email_tricky_1_on_false_positive.txt': [
    'On the surface',
    'On average, this parser works well.',
    'performance is great.',
  ],
  'email_tricky_20_html_entities.txt': ['&gt; 100 and &lt; 200.', 'symbols are handled correctly.'],
  'email_tricky_2_url_with_wrote.txt': ['someone-wrote-about-parsing', 'like "wrote:" in them.'],
  'email_tricky_6_regards_in_sentence.txt': [
    'with regards to',
    'As regards the timeline',
    'In this regards',
    'should be visible.',
  ],
  'email_tricky_7_multiple_dashes.txt': [
    'Key Points',
    'Memory usage reduced',
    'not signatures.',
    'separators in my content.',
  ],
  'email_unquoted_reply.txt': ['This is my reply.'],
  'email_with_date_headers.txt': ['Thank you very much.'],
  'email_with_from_headers.txt': ['My email is'],
  'sig_no_empty_line.txt': ['this is an email with a signature with no empty line above.'],
};
const USUAL_WORDS = ['Fusce bibendum, quam hendrerit', 'aliquet nec nec nibh.'];

describe('real e-mails', () => {
  it('lose no sentence of a person', async () => {
    for (const file of filesIn('replies')) {
      const { text } = await reply(emailWith(readFileSync(file)));
      const missing = (OWN_WORDS[path.basename(file)] ?? USUAL_WORDS).filter((words) => !text.includes(words));
      expect({ file, missing }).toEqual({ file, missing: [] });
    }
  });

  it('of machines never read as a comment', async () => {
    for (const file of filesIn('bounces'))
      expect({ file, kind: (await read(readFileSync(file), null)).kind }).toEqual({ file, kind: 'machine' });
  });

  it('that came back tell why, wherever the standard says where', async () => {
    for (const file of filesIn('bounces')) {
      const raw = readFileSync(file);
      const status =
        /^content-type:\s*message\/delivery-status[\s\S]*?\n\s*\n[\s\S]*?^status:\s*([45]\.[1-9]\d*\.\d+)/im.exec(
          raw.toString('latin1'),
        );
      if (status)
        expect({ file, status: await readReturned(raw) }).toMatchObject({
          file,
          status: expect.objectContaining({ kind: expect.stringMatching(/report|delay/) }),
        });
    }
  });
});
