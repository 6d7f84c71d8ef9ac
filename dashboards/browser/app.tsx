import { useEffect, useState } from 'preact/hooks';
import { addressOf, placeOf, type Place } from './address';
import { lists } from './lists';
import { ListView } from './list-view';
import type { Tables } from './read-tables';
import { RowFacts, rowOf } from './row-page';

/** The views of the page beside its overview, each at an address of its own. */
export function App({ tables }: { readonly tables: Tables }) {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const follow = () => setPlace(placeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const setParams = (params: URLSearchParams) => {
    // Going back leads to the view before, not through every letter that was typed.
    history.replaceState(null, '', addressOf(place.view, params));
    setPlace({ ...place, params });
  };
  return <View tables={tables} place={place} setParams={setParams} />;
}

function View(props: {
  readonly tables: Tables;
  readonly place: Place;
  readonly setParams: (params: URLSearchParams) => void;
}) {
  const { tables, place, setParams } = props;
  const { view, params } = place;
  const list = lists.find(({ name }) => name === view);
  if (list !== undefined)
    return (
      <ListView key={view} list={list} table={tables[list.name]} params={params} setParams={setParams} />
    );
  const ofOne = lists.find(({ one }) => one === view);
  if (ofOne === undefined) return null;
  const table = tables[ofOne.name];
  const row = rowOf(ofOne, table, params);
  return (
    <section class="card" aria-labelledby="row-title">
      <h2 id="row-title">{`One ${ofOne.one}`}</h2>
      {row === undefined ? (
        <p>{`There is no such ${ofOne.one} on this day.`}</p>
      ) : (
        <RowFacts list={ofOne} table={table} row={row} />
      )}
    </section>
  );
}
