import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { CountFigure } from './count-figure.ts';
import { CountFigures } from './count-figures.ts';
import { DeclaredFigures } from './declared-figures.ts';
import { FigureCards } from './figure-cards.ts';
import { FigurePictures } from './figure-pictures.ts';
import { FigureRows } from './figure-rows.ts';
import { FigureSum, ReaderPeak } from './figure-sum.entity.ts';
import { FigureSums } from './figure-sums.ts';
import { FiguresController } from './figures.controller.ts';
import { Figures } from './figures.ts';
import { KeepSums } from './keep-sums.ts';
import { KeptRows } from './kept-rows.ts';
import { ReaderPeaks } from './reader-peaks.ts';

/**
 * Figures: declared numbers with their question, formula, people and rows (`*.figure.ts`).
 *
 * Owns: figure_sums, reader_peaks.
 * Appends nothing: it counts what other modules wrote.
 * Knows nothing of modules above: those with tables add figures to DeclaredFigures, and live tells ReaderPeaks how many
 * read.
 *
 * Numbers with fewer than five people behind them are decided on in one place, suppression.policy.ts, and between two
 * versions in renewal.policy.ts.
 */
@Module({
  imports: [TypeOrmModule.forFeature([FigureSum, ReaderPeak]), ProgrammeModule, SessionsModule, ThreadsModule],
  controllers: [FiguresController],
  providers: [
    CountFigure,
    CountFigures,
    DeclaredFigures,
    FigureCards,
    FigurePictures,
    FigureRows,
    FigureSums,
    Figures,
    KeepSums,
    KeptRows,
    ReaderPeaks,
  ],
  exports: [DeclaredFigures, FigureCards, FigureRows, Figures, ReaderPeaks],
})
export class FiguresModule {}
