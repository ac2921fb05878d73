import { describe, expect, it } from '@jest/globals';
import { verdictOn } from './delivery-report.ts';
import { readReturned } from './read-email.ts';
import { emailWith, parts } from '../../../test/inbound/made-emails.ts';

describe('a report of a mail system', () => {
  const report = (fields: string, text = 'Sorry.'): Buffer => {
    const { body, type } = parts(
      'multipart/report; report-type=delivery-status',
      `Content-Type: text/plain\r\n\r\n${text}`,
      `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n` +
        `Final-Recipient: rfc822; ada@mail.example\r\n${fields}\r\n`,
      'Content-Type: text/rfc822-headers\r\n\r\nSubject: 5.7.1',
    );
    return emailWith(body, { 'Content-Type': type, From: 'MAILER-DAEMON@mail.example' });
  };

  it('is read with its code, the one that says more', async () => {
    expect(await readReturned(report('Action: failed\r\nStatus: 5.1.1'))).toEqual({ kind: 'report', status: '5.1.1' });
    expect(
      await readReturned(report('Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp;\r\n 550 5.2.1 disabled')),
    ).toEqual({ kind: 'report', status: '5.2.1' });
    expect(await readReturned(report('Action: delayed\r\nStatus: 4.4.7'))).toEqual({ kind: 'delay' });
    expect(await readReturned(report('Action: failed'))).toEqual({ kind: 'report', status: null });
  });

  it('is none when a person is away', async () => {
    expect(
      await readReturned(emailWith('Away.', { 'Auto-Submitted': 'auto-replied', Subject: 'Out of office' })),
    ).toBeNull();
  });

  it('is the reader’s, may pass, or is the operator’s', () => {
    const by = (verdict: string, ...codes: (string | null)[]): void =>
      expect(codes.map((code) => ({ code, verdict: verdictOn(code) }))).toEqual(
        codes.map((code) => ({ code, verdict })),
      );
    by('hard', '5.1.1', '5.1.0', '5.1.2', '5.1.10', '5.2.1');
    by('soft', '4.2.2', '4.4.7', '5.2.2', '5.0.0', '5.5.0', null);
    by('operator', '5.7.1', '5.7.26', '4.7.0', '5.1.8');
  });
});
