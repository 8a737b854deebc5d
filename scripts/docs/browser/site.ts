/** Runs in the head of every page: theme, tabs, copy buttons, anchors in folded parts, and the way to the search. */
declare global {
  interface Window {
    /** Set by `search.js`, which is loaded with the first use. */
    openSearch?: (text: string) => void;
  }
}

const root = document.documentElement;

/** Pages from a disk may have no storage. */
const storage = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // The choice lasts as long as the page.
    }
  },
};

root.classList.add('js');
const theme = storage.get('theme');
if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;

const isDark = (): boolean =>
  root.dataset['theme'] === 'dark' ||
  (root.dataset['theme'] === undefined && matchMedia('(prefers-color-scheme: dark)').matches);

function setUpTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('button.theme')!;
  const label = (): void => button.setAttribute('aria-label', isDark() ? 'Use light theme' : 'Use dark theme');
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    storage.set('theme', root.dataset['theme']);
    label();
  });
  label();
}

const titleOf = (tab: Element): string => tab.querySelector('.tab-name')!.textContent;

/** Shows the tab of a title in every group that has it. */
function selectTab(title: string): void {
  for (const group of document.querySelectorAll('.tabs')) {
    const tabs = [...group.querySelectorAll<HTMLElement>(':scope > .tab')];
    if (!tabs.some((tab) => titleOf(tab) === title)) continue;
    for (const tab of tabs) tab.hidden = titleOf(tab) !== title;
    for (const button of group.querySelectorAll('[role="tab"]')) {
      const isSelected = button.textContent === title;
      button.setAttribute('aria-selected', String(isSelected));
      button.setAttribute('tabindex', isSelected ? '0' : '-1');
    }
  }
}

function setUpTabs(): void {
  for (const [number, group] of document.querySelectorAll('.tabs').entries()) {
    const tabs = [...group.querySelectorAll<HTMLElement>(':scope > .tab')];
    if (tabs.length < 2) continue;
    const list = document.createElement('div');
    list.className = 'tablist';
    list.setAttribute('role', 'tablist');
    for (const [index, tab] of tabs.entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.id = `tab-${number}-${index}`;
      button.textContent = titleOf(tab);
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', `panel-${number}-${index}`);
      button.addEventListener('click', () => {
        selectTab(titleOf(tab));
        storage.set('tab', titleOf(tab));
      });
      tab.id = `panel-${number}-${index}`;
      tab.setAttribute('role', 'tabpanel');
      tab.setAttribute('aria-labelledby', button.id);
      tab.querySelector<HTMLElement>('.tab-name')!.hidden = true;
      list.append(button);
    }
    list.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = tabs.findIndex((tab) => !tab.hidden);
      if (step === undefined) return;
      const button = list.children[(at + step + tabs.length) % tabs.length] as HTMLButtonElement;
      button.click();
      button.focus();
    });
    group.prepend(list);
    selectTab(titleOf(tabs[0]!));
  }
  const chosen = storage.get('tab');
  if (chosen !== null) selectTab(chosen);
}

function setUpCopy(): void {
  // The client's pages show signatures, which are no code to run.
  for (const block of document.querySelectorAll('body:not(.client) .code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', () => {
      const show = (text: string): void => {
        button.textContent = text;
        setTimeout(() => (button.textContent = 'Copy'), 2000);
      };
      navigator.clipboard.writeText(block.querySelector('pre')!.textContent).then(
        () => show('Copied'),
        () => show('Press Ctrl C'),
      );
    });
    block.append(button);
  }
}

/** Opens the parts that hide what the address points at. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let part = target?.parentElement; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
  }
  target?.scrollIntoView();
}

/** Scrolls the navigation, but not the page, to the link of this page. */
function showCurrent(): void {
  const side = document.querySelector<HTMLElement>('.side')!;
  const current = side.querySelector<HTMLElement>('[aria-current]');
  if (current) side.scrollTop += current.getBoundingClientRect().top - side.clientHeight / 2;
}

function loadScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${document.body.dataset['root']!}assets/${name}`;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

let loading: Promise<void> | undefined;
function search(text = ''): void {
  loading ??= loadScript('search-index.js').then(() => loadScript('search.js'));
  void loading.then(() => window.openSearch!(text));
}

function setUpSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('.search-open')!;
  button.hidden = false;
  button.addEventListener('click', () => search());
  for (const word of document.querySelectorAll('.words code')) {
    const choice = document.createElement('button');
    choice.type = 'button';
    choice.textContent = word.textContent;
    choice.addEventListener('click', () => search(choice.textContent));
    word.replaceWith(choice);
  }
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
    const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    if (!isShortcut && (event.key !== '/' || isTyping)) return;
    event.preventDefault();
    search();
  });
}

document.addEventListener('DOMContentLoaded', () => {
  setUpTheme();
  setUpTabs();
  setUpCopy();
  setUpSearch();
  if (location.hash.length > 1) openTarget();
  addEventListener('hashchange', openTarget);
  showCurrent();
});

export {};
