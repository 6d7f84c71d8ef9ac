/** Trino's own recommendations for the JVM, with less memory. Planning is most of the work: the optimizing compiler pays. */
export function javaOptions(folder: string, config: string): readonly string[] {
  return [
    '-Xmx4G',
    '-XX:G1HeapRegionSize=32M',
    '-XX:+ExitOnOutOfMemoryError',
    '-XX:-OmitStackTraceInFastThrow',
    '-XX:ReservedCodeCacheSize=512M',
    '-XX:+EnableDynamicAgentLoading',
    '-Djdk.attach.allowAttachSelf=true',
    '-Djdk.nio.maxCachedBufferSize=2000000',
    '-Duser.timezone=UTC',
    '-Dnode.environment=test',
    '-Dnode.id=tier',
    `-Dnode.data-dir=${folder}`,
    // On the loopback address and no other.
    '-Dnode.internal-address=127.0.0.1',
    '-Dnode.bind-ip=127.0.0.1',
    `-Dconfig=${config}`,
  ];
}

export function serverConfig(
  endpoint: string,
  port: number,
  catalogs: string,
  plugins: string,
): Readonly<Record<string, string>> {
  return {
    coordinator: 'true',
    'node-scheduler.include-coordinator': 'true',
    'http-server.http.port': String(port),
    'discovery.uri': endpoint,
    'catalog.config-dir': catalogs,
    'plugin.dir': plugins,
    // A statement that hangs fails by itself.
    'query.max-run-time': '5m',
  };
}

export function hiveCatalog(glueEndpoint: string, s3Endpoint: string): Readonly<Record<string, string>> {
  return {
    'connector.name': 'hive',
    'hive.metastore': 'glue',
    'hive.metastore.glue.region': 'us-east-1',
    'hive.metastore.glue.endpoint-url': glueEndpoint,
    // As Athena does: days come from the table's properties, objects in nested folders count.
    'hive.partition-projection-enabled': 'true',
    'hive.recursive-directories': 'true',
    'fs.native-s3.enabled': 'true',
    's3.endpoint': s3Endpoint,
    's3.region': 'us-east-1',
    's3.path-style-access': 'true',
    // Views are written into the catalog.
    'hive.non-managed-table-writes-enabled': 'true',
    // The played catalog keeps no statistics of columns.
    'hive.table-statistics-enabled': 'false',
  };
}
