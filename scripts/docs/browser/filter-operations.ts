/** Runs in the overview: hides the rows of the list of operations that lack a word of what is looked for. Without scripts the list is simply whole. */

const form = document.querySelector<HTMLElement>('.filter')!;
const input = form.querySelector('input')!;
const output = form.querySelector('output')!;

const groups = [...document.querySelectorAll<HTMLTableSectionElement>('.operations tbody')].map((group) => {
  const [title, ...rows] = group.rows;
  return { group, rows: rows.map((row) => ({ row, text: `${title!.textContent} ${row.textContent}`.toLowerCase() })) };
});

function filter(): void {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { group, rows } of groups) {
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    group.hidden = shown === 0;
    found += shown;
  }
  output.textContent = found === 1 ? '1 operation' : `${found} operations`;
}

form.hidden = false;
input.addEventListener('input', filter);
filter();
