import type { SendMailOptions } from 'nodemailer';

/** The refusal of an e-mail in Nodemailer's code and the server's reply, without its words. */
export interface SmtpFailure {
  name: string;
  code?: string;
  responseCode?: number;
}

/** An e-mail for the thread that sends; `n` is named by its answer. */
export interface MailThreadRequest {
  n: number;
  email: SendMailOptions;
}

/** The error is null once the mail server has taken the e-mail. */
export interface MailThreadAnswer {
  n: number;
  error: SmtpFailure | null;
}
