import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.ts';
import { Database } from './database.ts';
import { poolOptions } from './pool-options.ts';

/** Provides PostgreSQL. Global, because there is one database and it holds no word of the forum. */
@Global()
@Module({})
export class DatabaseModule {
  static at(url: string, patience?: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(url, [], patience),
          autoLoadEntities: true,
          retryAttempts: 3,
          retryDelay: 1000,
        }),
      ],
      providers: [
        {
          provide: Database,
          inject: [getDataSourceToken()],
          useFactory: (source: DataSource) =>
            new Database({
              writes: (source.driver as unknown as { master: pg.Pool }).master,
              reads: new pg.Pool(poolOptions(url, 8, patience)),
              watch: new pg.Pool(poolOptions(url, 1, patience)),
            }),
        },
      ],
      exports: [Database],
    };
  }
}
