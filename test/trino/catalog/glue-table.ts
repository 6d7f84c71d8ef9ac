import type { TableInput } from '@aws-sdk/client-glue';
import type { HiveTable } from './hive-tables';

/** How Hive, and so Athena, reads and writes a format. */
interface StoredAs {
  readonly input: string;
  readonly output: string;
  /** @default the statement names it */
  readonly serde?: string;
}

const formats: Readonly<Record<string, StoredAs>> = {
  textfile: {
    input: 'org.apache.hadoop.mapred.TextInputFormat',
    output: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
  },
  parquet: {
    input: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
    output: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
    serde: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
  },
};

/** The entry that Athena makes of the statement in the Glue catalog. */
export function glueTable(table: HiveTable): TableInput {
  const format = formats[table.format];
  if (!table.external || format === undefined)
    throw new Error(`the table ${table.name} is none that Athena makes over text or Parquet files`);
  const columns = (all: HiveTable['columns']) => all.map(({ name, type }) => ({ Name: name, Type: type }));
  return {
    Name: table.name,
    ...(table.comment !== null && { Description: table.comment }),
    TableType: 'EXTERNAL_TABLE',
    Parameters: { EXTERNAL: 'TRUE', ...table.parameters },
    PartitionKeys: columns(table.partitionKeys),
    StorageDescriptor: {
      Columns: columns(table.columns),
      Location: table.location,
      InputFormat: format.input,
      OutputFormat: format.output,
      NumberOfBuckets: -1,
      SerdeInfo: {
        SerializationLibrary: table.serde ?? format.serde,
        Parameters: { 'serialization.format': '1', ...table.serdeParameters },
      },
    },
  };
}
