const place = 'shortcuts';
const isOn = () => localStorage.getItem(place) !== 'off';
const isTyping = element => element.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], dialog');
const isShown = element => element.checkVisibility();

function showHelp() {
    const help = document.querySelector('[data-shortcuts-help]');
    if (!help || help.open)
        return;
    help.querySelector('[data-shortcuts-on]').checked = isOn();
    help.showModal();
}

// What carries a key, or the first thing in it that takes the focus.
function go(target) {
    const field = target.matches('a[href], button, input, select, textarea') ? target : target.querySelector('a[href], button:not(:disabled), input, select, textarea');
    field?.focus();
}

function step(by) {
    const rows = [...document.querySelectorAll('[data-row]')].filter(isShown);
    const now = rows.findIndex(row => row.contains(document.activeElement));
    const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + by))];
    next?.querySelector('a[href]')?.focus();
}

document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target) || !document.querySelector('[data-shortcuts]'))
        return;
    if (event.key === '?') {
        event.preventDefault();
        showHelp();
        return;
    }
    if (!isOn())
        return;
    const target = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find(isShown);
    if (target) {
        event.preventDefault();
        go(target);
    } else if (event.key === 'j' || event.key === 'k') {
        step(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'x') {
        document.activeElement?.closest('[data-row]')?.querySelector('input[type="checkbox"]')?.click();
    }
});

document.addEventListener('click', event => {
    if (event.target.closest('[data-shortcuts-open]'))
        showHelp();
});

document.addEventListener('change', event => {
    if (event.target.matches('[data-shortcuts-on]'))
        localStorage.setItem(place, event.target.checked ? 'on' : 'off');
});

export const ready = () => { document.querySelectorAll('[data-shortcuts]').forEach(root => { root.dataset.shortcuts = 'ready'; }); };
