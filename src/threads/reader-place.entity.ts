import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a log reader has read in one thread. */
@Entity('reader_places')
export class ReaderPlace {
  @PrimaryColumn('text') reader: string;
  @PrimaryColumn('uuid') threadId: string;
  @Column('int') n: number;
}
