import { render } from 'preact';
import { placeOf } from './address';
import { App } from './app';
import { readAccess, readTables } from './read-tables';

/** Starts what needs a script: without it the overview is complete and says so. */
function start(): void {
  const [overview, views, menu] = ['overview', 'views', 'menu'].map((id) => document.getElementById(id));
  if (!overview || !views || !menu) return;
  menu.hidden = false;
  const show = () => {
    const { view } = placeOf(location.hash);
    overview.hidden = view !== '';
    views.hidden = view === '';
    for (const link of menu.querySelectorAll('a')) {
      if (placeOf(link.hash).view === view) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    scrollTo(0, 0);
  };
  for (const box of overview.querySelectorAll('.newest-right')) box.scrollLeft = box.scrollWidth;
  addEventListener('hashchange', show);
  show();
  readTables().then(
    (tables) => render(<App tables={tables} access={readAccess()} />, views),
    (error: unknown) => (views.textContent = `this browser cannot read the lists: ${String(error)}`),
  );
}

start();
