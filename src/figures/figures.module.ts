import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { CountFigures } from './count-figures.ts';
import { FigureRows } from './figure-rows.ts';
import { FiguresController } from './figures.controller.ts';
import { Figures } from './figures.ts';

/**
 * Figures: declared numbers with their question, formula, people and rows (`*.figure.ts`). Counts what other modules
 * wrote and owns no table; what fewer than five people stand behind is decided in one place, suppression.policy.ts.
 */
@Module({
  imports: [ProgrammeModule, SessionsModule, ThreadsModule],
  controllers: [FiguresController],
  providers: [CountFigures, FigureRows, Figures],
  exports: [FigureRows, Figures],
})
export class FiguresModule {}
