// Tries at once, then ever more slowly up to five seconds, for hours; apart by chance, so that a room does not come back in one instant.
Blazor.start({
    circuit: {
        reconnectionOptions: {
            maxRetries: 100000,
            retryIntervalMilliseconds: attempt => attempt === 0 ? 0 : Math.min(5000, 250 * attempt) * (0.5 + Math.random()),
        },
    },
});

// A page that lost the server in the very moment it began has no circuit to take up again and would stay as it was drawn:
// it begins anew as soon as the server answers.
let beginning = false;

const stopped = document.getElementById('blazor-error-ui');

// Whoever has too many windows open is told so: beginning anew would only be refused anew.
async function isRefused() {
    const answer = await fetch('lines', { cache: 'no-store' });
    if (answer.status !== 429)
        return false;
    stopped.querySelector('.page-stopped-why').replaceChildren(document.getElementById('too-many-lines').content.cloneNode(true));
    stopped.style.display = 'block';
    return true;
}

async function beginAnew() {
    try {
        if (await isRefused())
            return;
        await fetch('health', { cache: 'no-store' });
        document.dispatchEvent(new Event('beginsanew'));
        location.reload();
    } catch {
        setTimeout(beginAnew, 1000 + 1000 * Math.random());
    }
}

// The framework shows that the page has stopped, and not why.
const whenStopped = new MutationObserver(() => {
    if (stopped.style.display !== 'block')
        return;
    whenStopped.disconnect();
    isRefused().catch(() => { });
});
whenStopped.observe(stopped, { attributes: true, attributeFilter: ['style'] });

window.addEventListener('unhandledrejection', () => {
    if (!beginning && document.querySelector('main[data-page="starting"]')) {
        beginning = true;
        setTimeout(beginAnew, 500);
    }
});

// A page that was opened is read from its heading on, unless whoever reads it has already put the focus somewhere in it.
function focusHeading() {
    const heading = document.querySelector('h1');
    if (!heading || document.activeElement?.closest('main > *'))
        return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
}

// The second half of a double click was not meant, neither on what sends a form nor in a question nor on a vote or the main act of a page, nor on an act of the room
// (data-once): it would do the act again, or the next one. Said here and nowhere else: no click reaches a circuit except through this page.
document.addEventListener('click', event => {
    if (event.detail > 1 && event.target.closest?.('button[type="submit"], form button:not([type]), dialog button, button.primary, button.danger, .vote-choice, [data-once]')) {
        event.preventDefault();
        event.stopImmediatePropagation();
    }
}, { capture: true });

// A list of the main navigation closes when its reader goes elsewhere; Escape gives the focus back to its heading.
const openLists = () => [...document.querySelectorAll('.main-nav details[open]')];
for (const type of ['pointerdown', 'focusin'])
    document.addEventListener(type, event => openLists().filter(list => !list.contains(event.target)).forEach(list => { list.open = false; }));
document.addEventListener('keydown', event => {
    const list = event.key === 'Escape' && openLists()[0];
    if (!list)
        return;
    list.open = false;
    list.querySelector('summary').focus();
});

// What was said once of an act is not said again when the page is loaded again.
const address = new URL(location.href);
if (address.searchParams.has('done')) {
    address.searchParams.delete('done');
    history.replaceState(history.state, '', address);
}
