import { Injectable } from '@nestjs/common';
import { Problem } from '../kernel/problem.ts';
import type { EmailBrand } from '../platform/mail/email.ts';

export interface ConfirmedCode {
  codeId: string;
  accountId: string;
}

/** A refused comment: why, where its author finds it again, and the words for a program. */
export interface RefusedComment {
  refused: Problem;
  threadId: string;
  keptId: string;
  kept: {
    /** The kind that it was to be. */
    kind: 'comment' | 'question';
    /** The text as it was typed. */
    body: string;
    /** The comment that it replies to; null for none. */
    parentId: string | null;
    /** The name that it was to be said under. */
    name: string;
    /** Whether it was to be asked without a name. */
    anonymous: boolean;
  };
}

/** A refusal of anything else that waited for a code: why, and the page that says so. */
interface RefusedElse {
  refused: Problem;
  place: string;
}

/**
 * The result for the owner of the code: a comment, a page of this site, or a refusal; null when nothing was waiting.
 */
export type ConfirmationOutcome = { commentId: string } | { place: string } | RefusedComment | RefusedElse | null;

type ConfirmationHandler = (confirmed: ConfirmedCode) => Promise<ConfirmationOutcome>;
type Writer = (codeId: string, locale: 'fr' | 'en') => Promise<EmailAddition | null>;

/** The addition of the module that asked for a code to its e-mail. */
export interface EmailAddition {
  /** A text below the code. */
  below?: string;
  /** Of the conference in which the code was asked for. */
  brand?: EmailBrand;
}

interface MailedCode {
  id: string;
  purpose: string;
  locale: 'fr' | 'en';
}

/** Runs what a confirmed code unlocks: a guest comment, a report. Modules that send codes register a handler. */
@Injectable()
export class Confirmations {
  private readonly handlers = new Map<string, ConfirmationHandler>();
  private readonly writers = new Map<string, Writer>();

  onConfirmed(purpose: string, handler: ConfirmationHandler): void {
    this.handlers.set(purpose, handler);
  }

  /** Registers what an e-mail adds to its code. Called when the e-mail is sent, perhaps on another node. */
  onEmail(purpose: string, writer: Writer): void {
    this.writers.set(purpose, writer);
  }

  async emailAdditionOf({ id, purpose, locale }: MailedCode): Promise<EmailAddition> {
    return (await this.writers.get(purpose)?.(id, locale)) ?? {};
  }

  /**
   * Runs after the code was spent; its owner is signed in whatever the result.
   * Throws account-muted, account-suspended.
   */
  async confirm(made: ConfirmedCode & { purpose: string }): Promise<ConfirmationOutcome> {
    try {
      return (await this.handlers.get(made.purpose)?.({ codeId: made.codeId, accountId: made.accountId })) ?? null;
    } catch (error) {
      if (error instanceof Problem) return { refused: error, place: '/me' };
      throw error;
    }
  }
}
