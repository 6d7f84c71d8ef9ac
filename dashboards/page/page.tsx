import type { ConsoleAccess } from '../../lambda/shared/text/console-address';
import { embeddedId } from '../embedded/encoded-table';
import type { PageData } from '../page-data';
import { BenchmarksCard } from './benchmarks-card';
import { ChartFigure } from './chart-figure';
import { ControlMatrix } from './control-matrix';
import { CoverageGrid } from './coverage-grid';
import { SilentToday } from './silent-today';
import { ExceptionsCard } from './exceptions-card';
import { FindingsSection } from './findings-section';
import { KeysCard } from './keys-card';
import { Lede } from './lede';
import {
  changesSummary,
  coverageSummary,
  findingsSummary,
  keyAgeSummary,
  trendSummary,
  usersSummary,
} from './summaries';
import { silentAccounts } from './silent-accounts';
import { Tiles } from './tiles';
import { longDay } from './words';

/** What the page is made of beside its data. */
export interface PageParts {
  readonly style: string;
  readonly script: string;
  /** The lists that the script shows. */
  readonly embedded: string;
  /** How its links open users in the console. */
  readonly access: ConsoleAccess;
  /** What the page may load and run: itself, nothing else. */
  readonly contentSecurityPolicy: string;
}

/** The whole page; it loads nothing. */
export function Page({ data, parts }: { readonly data: PageData; readonly parts: PageParts }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={parts.contentSecurityPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`IAM credentials on ${longDay(data.asOf)}`}</title>
        <style dangerouslySetInnerHTML={{ __html: parts.style }} />
      </head>
      <body>
        <header>
          <h1>IAM credentials of the organization</h1>
          <p class="day">{longDay(data.asOf)}</p>
        </header>
        <ViewMenu />
        <main>
          <div id="overview">
            <Lede data={data} />
            <Tiles data={data} />
            <div class="cards">
              <Cards data={data} />
            </div>
          </div>
          <div id="views" hidden />
          <noscript>
            <p>The lists need a script, which this browser does not run; the queries above give them.</p>
          </noscript>
        </main>
        <footer>
          <p>
            Made from the credential reports of {longDay(data.asOf)} and before. An account without a report
            is no account without findings: see who reported.
          </p>
        </footer>
        <script
          type="application/octet-stream"
          data-access={JSON.stringify(parts.access)}
          id={embeddedId}
          dangerouslySetInnerHTML={{ __html: parts.embedded }}
        />
        <script dangerouslySetInnerHTML={{ __html: parts.script }} />
      </body>
    </html>
  );
}

/** Where the page leads; its script shows it. */
function ViewMenu() {
  return (
    <nav id="menu" aria-label="Views" hidden>
      <a href="#">Overview</a>
      <a href="#findings">Findings</a>
      <a href="#matrix">Pass and fail</a>
      <a href="#accounts">Accounts</a>
      <a href="#users">Users</a>
      <a href="#keys">Keys to act on</a>
      <a href="#changes">Changes</a>
      <a href="#exceptions">Exceptions</a>
      <a href="#controls">Controls</a>
    </nav>
  );
}

function Cards({ data }: { readonly data: PageData }) {
  const { consoleUsers, keyAge, findingsByAccount, usersByAccount, coverageByDay, changesByDay } = data;
  return (
    <>
      <ChartFigure question={consoleUsers.asked} rows={consoleUsers.rows} summary={trendSummary(data)} />
      <ChartFigure question={keyAge.asked} rows={keyAge.rows} summary={keyAgeSummary(data)} />
      <ChartFigure
        question={findingsByAccount.asked}
        rows={findingsByAccount.rows}
        summary={findingsSummary(data)}
      />
      <ChartFigure question={usersByAccount.asked} rows={usersByAccount.rows} summary={usersSummary(data)} />
      <ControlMatrix data={data} />
      <ChartFigure
        question={coverageByDay.asked}
        rows={coverageByDay.rows}
        summary={coverageSummary(data)}
        full
        below={<CoverageGrid data={data} />}
      >
        {silentAccounts(data).length > 0 ? <SilentToday data={data} /> : undefined}
      </ChartFigure>
      <ChartFigure question={changesByDay.asked} rows={changesByDay.rows} summary={changesSummary(data)} />
      <ExceptionsCard data={data} />
      <BenchmarksCard data={data} />
      <KeysCard data={data} />
      <FindingsSection data={data} />
    </>
  );
}
