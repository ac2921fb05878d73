import { Injectable } from '@nestjs/common';
import { DeclaredFigures } from '../figures/declared-figures.ts';
import { EMAILS } from './emails.figure.ts';

/** Adds the figure of the e-mails, whose tables only this module may read. */
@Injectable()
export class DeclareEmails {
  constructor(declaredFigures: DeclaredFigures) {
    declaredFigures.add(EMAILS);
  }
}
