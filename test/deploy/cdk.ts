import { join } from 'node:path';
import type { Config } from '../../lib/config/config';
import type { Emulator } from './emulator';
import { runProgram, type Ended } from './run-program';

const root = join(__dirname, '../..');
const commandTimeoutMs = 900_000;

/** The CDK command line of this repository, with an account's credentials, against the emulator. */
export class Cdk {
  /** Folders of what was synthesized already, by configuration. */
  private readonly assemblies = new Map<string, string>();

  constructor(
    private readonly emulator: Emulator,
    private readonly accountId: string,
  ) {}

  /**
   * Runs a command, such as `deploy --all`.
   * @param config what `config.ts` would hold. @default `config.ts` of the repository
   */
  async run(args: readonly string[], config?: Config): Promise<Ended> {
    return runProgram(join(root, 'node_modules/.bin/cdk'), [...args, ...this.app(config), '--no-notices'], {
      cwd: root,
      timeoutMs: commandTimeoutMs,
      env: {
        ...credentials(this.emulator, this.accountId),
        DEPLOYED_CONFIG: JSON.stringify(config ?? {}),
        CI: 'true',
        HOME: this.emulator.folder,
        TMPDIR: this.emulator.folder,
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        CDK_DISABLE_VERSION_CHECK: 'true',
        NODE_NO_WARNINGS: '1',
        NODE_EXTRA_CA_CERTS: this.emulator.certificate,
      },
    });
  }

  /** The application, or what it was synthesized to before: nothing of it depends on the command. */
  private app(config: Config | undefined): string[] {
    const key = JSON.stringify(config ?? 'config.ts');
    const known = this.assemblies.get(key);
    if (known !== undefined) return ['--app', known];
    const folder = join(this.emulator.folder, `cdk.out${this.assemblies.size}`);
    this.assemblies.set(key, folder);
    const app = config === undefined ? [] : ['--app', 'npx tsx test/deploy/app.ts'];
    return [...app, '--output', folder];
  }
}

/** Environment variables by which the CDK and every SDK reach an account of the emulator as its root user. */
function credentials(emulator: Emulator, accountId: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: emulator.url,
    AWS_CA_BUNDLE: emulator.certificate,
    AWS_REGION: emulator.region,
    AWS_ACCESS_KEY_ID: accountId,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
