// A name, attributes and children -> an element; texts of strangers only ever become text nodes.

/** Makes an element; attributes that are null or false are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== false && value !== undefined) made.setAttribute(key, value);
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
}

/** A long name with places where a line may end: before a capital, after a slash or a dot. */
export const breakable = (text) => broken(text.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[/._:-])(?=\w)/));

/** A path, or a place in a file, that ends its lines after a slash. */
export const breakablePath = (text) => broken(text.split(/(?<=\/)(?=.)/));

const broken = (parts) =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [document.createElement('wbr'), part]));

/** A line and a button that copies it. */
export function copyLine(line, said) {
  const code = element('code', {}, line);
  const button = element(
    'button',
    { type: 'button', class: 'copy', 'aria-label': `Copy: ${line}` },
    'copy',
  );
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(line);
    } catch {
      // a page that is no secure context may only copy what is selected
      getSelection().selectAllChildren(code);
      document.execCommand('copy');
    }
    said('copied');
    button.textContent = 'copied';
    setTimeout(() => {
      button.textContent = 'copy';
    }, 1500);
  });
  return element('div', { class: 'line' }, code, button);
}
