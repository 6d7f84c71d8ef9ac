import { useEffect, useState } from 'preact/hooks';
import type { ConsoleAccess } from '../../lambda/shared/text/console-address';
import { addressOf, placeOf, type Place } from './address';
import { GridView } from './grid-view';
import { lists } from './lists';
import { ListView } from './list-view';
import type { Tables } from './read-tables';
import { RowPage } from './row-page';

/** The views of the page beside its overview, each at an address of its own. */
export function App(props: { readonly tables: Tables; readonly access: ConsoleAccess }) {
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
  return <View {...props} place={place} setParams={setParams} />;
}

function View(props: {
  readonly tables: Tables;
  readonly access: ConsoleAccess;
  readonly place: Place;
  readonly setParams: (params: URLSearchParams) => void;
}) {
  const { tables, access, place, setParams } = props;
  const { view, params } = place;
  if (view === 'matrix') return <GridView tables={tables} params={params} setParams={setParams} />;
  const list = lists.find((each) => each.list === view);
  if (list !== undefined)
    return (
      <ListView key={view} list={list} table={tables[list.list]} params={params} setParams={setParams} />
    );
  const ofOne = lists.find(({ one }) => one === view);
  return ofOne === undefined ? (
    <p>The page has no such view.</p>
  ) : (
    <RowPage list={ofOne} tables={tables} access={access} params={params} />
  );
}
