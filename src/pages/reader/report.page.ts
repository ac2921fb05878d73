import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AsksStanding, commentIn, For } from '../../platform/http/access.ts';
import type { FormFields } from '../forms.ts';
import { PageRequest } from '../page-request.ts';
import type { RequestedPage } from '../requested-page.ts';
import { ReportForm, type ReportQuery } from './report-form.ts';

/** The form that reports a comment. */
@ApiExcludeController()
@Controller('comments/:id/report')
@For('guest')
export class ReportPages {
  constructor(private readonly reportForm: ReportForm) {}

  @Get()
  read(@Param('id') id: string, @Query() query: ReportQuery, @PageRequest() page: RequestedPage): Promise<void> {
    return this.reportForm.read(page, { kind: 'comment', id }, query);
  }

  @Post()
  @AsksStanding(commentIn('id'))
  send(@Param('id') id: string, @Body() form: FormFields, @PageRequest() page: RequestedPage): Promise<void> {
    return this.reportForm.send(page, { kind: 'comment', id }, form);
  }
}
