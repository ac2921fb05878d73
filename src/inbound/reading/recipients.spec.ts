import { describe, expect, it } from '@jest/globals';
import { OwnAddresses } from '../own-addresses.ts';
import { recipientsIn } from './recipients.ts';

const TOKEN = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);
const own = new OwnAddresses('forum@mail.example');
const to = (token: string): string => `forum+reply.${token}@mail.example`;

describe('the recipients of an e-mail in a mailbox', () => {
  it('are those that the mail servers noted, before those that its author wrote', () => {
    const head = `To: ${to(OTHER)}\r\nDelivered-To: ${to(TOKEN)}\r\nReceived: from a\r\n`;
    expect(recipientsIn(head, own)).toEqual([to(TOKEN)]);
    expect(recipientsIn(`Delivered-To: forum@mail.example\r\nTo: ${to(OTHER)}\r\n`, own)).toEqual([to(OTHER)]);
    expect(recipientsIn(`Cc: "Forum, the" <${to(TOKEN)}>, Ada <ada@mail.example>\r\n`, own)).toEqual([to(TOKEN)]);
  });

  it('are read over folded lines, in any case, and each once', () => {
    const head = `TO: Forum\r\n <${to(TOKEN).toUpperCase()}>,\r\n\t${to(TOKEN)}, ${to(OTHER)}\n`;
    expect(recipientsIn(head, own)).toEqual([to(TOKEN), to(OTHER)]);
  });

  it('are the address of complaints, too', () => {
    const complaints = 'forum+complaints@mail.example';
    expect(recipientsIn(`To: Forum <${complaints}>`, own)).toEqual([complaints]);
    expect(recipientsIn('To: complaints@mail.example', own)).toEqual([]);
  });

  it('are none where no address is the forum’s, and at most five', () => {
    for (const head of ['', 'To', 'To: forum@mail.example', `To: reply+${TOKEN}@mail.example`, `X-To: ${to(TOKEN)}`])
      expect(recipientsIn(head, own)).toEqual([]);
    const many = Array.from({ length: 9 }, (_, i) => to(String(i).repeat(32)));
    expect(recipientsIn(`To: ${many.join(', ')}`, own)).toEqual(many.slice(0, 5));
  });
});
