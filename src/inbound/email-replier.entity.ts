import { Entity, PrimaryColumn } from 'typeorm';

/** An account that has confirmed a reply by e-mail, so that its next ones are published at once. */
@Entity('email_repliers')
export class EmailReplier {
  @PrimaryColumn('uuid') accountId: string;
}
