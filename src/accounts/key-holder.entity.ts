import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A running node and the ids of its keys; a key seals once all running nodes hold it. */
@Entity('key_holders')
export class KeyHolder {
  @PrimaryColumn('uuid') node: string;
  @Column('text', { array: true }) keyIds: string[];
  /** By the database's clock; nodes compare it with nothing else. */
  @Column('timestamptz') seenAt: Date;
}
