import type { TableInput } from '@aws-sdk/client-glue';
import type { HiveTable } from './hive-tables';

/** The entry that Athena makes of the statement in the Glue catalog. */
export function glueTable(table: HiveTable): TableInput {
  if (!table.external || table.format !== 'textfile')
    throw new Error(`the table ${table.name} is none that Athena makes over text files`);
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
      InputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
      OutputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
      NumberOfBuckets: -1,
      SerdeInfo: {
        SerializationLibrary: table.serde,
        Parameters: { 'serialization.format': '1', ...table.serdeParameters },
      },
    },
  };
}
