import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A running node and the ids of the keys it holds; a key seals once all nodes that live hold it. */
@Entity('key_holders')
export class KeyHolder {
  @PrimaryColumn('uuid') node: string;
  @Column('text', { array: true }) keyIds: string[];
  /** By the database's own clock: nodes compare it with nothing else. */
  @Column('timestamptz') seenAt: Date;
}
