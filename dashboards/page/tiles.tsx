import type { PageData } from '../page-data';
import { headlinesOf, type Headline } from './headline';
import { readableNumber } from '../../lambda/shared/text/counted';
import { sinceWords } from './words';

/** The headline numbers; fewer is better for each of them but the accounts. */
export function Tiles({ data }: { readonly data: PageData }) {
  const { since, numbers } = headlinesOf(data);
  return (
    <section aria-label="Headline numbers">
      <dl class="tiles">
        <AccountsTile data={data} />
        {numbers.map((headline) => (
          <div class="tile">
            <dt>{headline.label}</dt>
            <dd class="number">{readableNumber(headline.value)}</dd>
            <Change headline={headline} />
          </div>
        ))}
      </dl>
      <p class="note">
        {since === undefined
          ? 'There is no earlier day to compare with.'
          : `Changes ${sinceWords(since, data.asOf)}, of the same accounts.`}{' '}
        Each account counts with its newest report of the last 7 days; one without, or that left, counts on no
        day.
      </p>
    </section>
  );
}

function AccountsTile({ data }: { readonly data: PageData }) {
  const today = data.coverageByDay.rows.find(({ day }) => day === data.asOf);
  const gone = (today?.failed ?? 0) + (today?.missing ?? 0);
  const expected = (today?.collected ?? 0) + (today?.pending ?? 0) + gone;
  const unknown = today === undefined || today.without_list > 0;
  return (
    <div class="tile">
      <dt>Accounts that reported</dt>
      <dd class="number">
        {readableNumber(today?.collected ?? 0)}
        <span class="of"> of {unknown ? 'an unknown number' : readableNumber(expected)}</span>
      </dd>
      {!unknown && (
        <dd class={gone > 0 ? 'change worse' : 'change better'}>
          {gone > 0 ? `${readableNumber(gone)} silent` : 'none silent'}
        </dd>
      )}
    </div>
  );
}

function Change({ headline: { value, before } }: { readonly headline: Headline }) {
  if (before === undefined) return <dd class="change">new</dd>;
  const change = value - before;
  if (change === 0) return <dd class="change">unchanged</dd>;
  return change < 0 ? (
    <dd class="change better">▼ {readableNumber(-change)} fewer</dd>
  ) : (
    <dd class="change worse">▲ {readableNumber(change)} more</dd>
  );
}
