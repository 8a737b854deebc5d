/** Runs in a reference: gives names and roles to what Redoc leaves without, for those who read with a screen reader or without a mouse. */

/** Sets an attribute, where that changes something: each change is observed. */
function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** What Redoc puts over the page. */
const dialogs = {
  '[data-testid="search-dialog"]': 'Search',
  'body > div > div[tabindex="0"]:has(> button)': 'Security',
};

/** What the icons on buttons without words mean. */
const iconNames = [
  [/CloseFilled/, 'Clear'],
  [/Close/, 'Close'],
] as const;

function repair(): void {
  for (const sidebar of document.querySelectorAll('#redoc .menu-content')) {
    setAttribute(sidebar, 'role', 'navigation');
    setAttribute(sidebar, 'aria-label', 'Operations');
  }
  // Redoc goes from the second level of headings to the fourth.
  for (const heading of document.querySelectorAll('#redoc h4')) setAttribute(heading, 'aria-level', '3');
  for (const heading of document.querySelectorAll('#redoc h5')) setAttribute(heading, 'aria-level', '4');
  // The name of a chooser has to contain what is chosen, which is what a user of voice control says.
  for (const button of document.querySelectorAll('#redoc button[aria-haspopup="menu"][aria-label]')) {
    const name = button.getAttribute('aria-label')!.split(': ')[0]!;
    const chosen = button.textContent.trim();
    if (!name.includes(chosen)) setAttribute(button, 'aria-label', `${name}: ${chosen}`);
  }
  for (const button of document.querySelectorAll('button:not([aria-label])')) {
    if (button.textContent.trim() !== '') continue;
    const icon = button.querySelector('[data-component-name^="icons/"]')?.getAttribute('data-component-name') ?? '';
    const [, name = 'Menu'] = iconNames.find(([pattern]) => pattern.test(icon)) ?? [];
    setAttribute(button, 'aria-label', name);
  }
  for (const trigger of document.querySelectorAll('[data-testid="search-trigger"]')) {
    setAttribute(trigger, 'role', 'button');
    setAttribute(trigger, 'tabindex', '0');
  }
  for (const [selector, name] of Object.entries(dialogs)) {
    for (const dialog of document.querySelectorAll(selector)) {
      setAttribute(dialog, 'role', 'dialog');
      setAttribute(dialog, 'aria-modal', 'true');
      setAttribute(dialog, 'aria-label', name);
    }
  }
}

document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLElement) || target.dataset['testid'] !== 'search-trigger')
    return;
  event.preventDefault();
  target.querySelector<HTMLElement>(':scope > *')?.click();
});

let scheduled = false;
new MutationObserver(() => {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    repair();
  });
}).observe(document.body, { childList: true, subtree: true, characterData: true });
repair();
