// Filter and sort of the findings table. Without it the table is complete, worst finding first.
(() => {
  const table = document.getElementById('findings');
  const form = document.getElementById('findings-filter');
  const body = table.tBodies[0];
  const { text, severity, shown } = form.elements;
  const severities = ['critical', 'high', 'medium', 'low', 'info'];
  const rows = [...body.rows].map((element) => {
    const cells = [...element.cells].map((cell) => cell.textContent.trim());
    return { element, cells, words: cells.join(' ').toLowerCase() };
  });

  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let count = 0;
    for (const { element, cells, words } of rows) {
      element.hidden = !words.includes(wanted) || (severity.value !== '' && cells[0] !== severity.value);
      if (!element.hidden) count += 1;
    }
    shown.value = `${count} of ${rows.length} shown`;
  };

  const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const order = (column) => (one, other) =>
    column === 0
      ? severities.indexOf(one.cells[0]) - severities.indexOf(other.cells[0])
      : compare(one.cells[column], other.cells[column]);

  const headers = [...table.tHead.rows[0].cells];
  const sort = (column) => {
    const down = headers[column].getAttribute('aria-sort') === 'ascending';
    for (const header of headers) header.setAttribute('aria-sort', 'none');
    headers[column].setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const sorted = [...rows].sort(order(column));
    if (down) sorted.reverse();
    body.append(...sorted.map(({ element }) => element));
  };

  headers.forEach((header, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    button.addEventListener('click', () => sort(column));
    header.replaceChildren(button);
    header.setAttribute('aria-sort', column === 0 ? 'ascending' : 'none');
  });
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
