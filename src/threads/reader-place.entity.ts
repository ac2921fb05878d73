import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The place of a log reader in one thread. */
@Entity('reader_places')
export class ReaderPlace {
  @PrimaryColumn('text') reader: string;
  @PrimaryColumn('uuid') threadId: string;
  @Column('int') n: number;
}
