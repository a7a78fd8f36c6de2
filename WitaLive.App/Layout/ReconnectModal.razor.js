// The framework's script sets one class at a time here: -show while it tries, -hide when it is back,
// -failed when it has given up, -rejected when the server no longer knows this page.
const modal = document.getElementById('components-reconnect-modal');
const status = document.getElementById('reconnect-status');
const calm = 2000; // a short cut is mended before anyone needs to know
const touched = new Set();
let away = false;
let timer = 0;

const say = name => {
    status.replaceChildren(...(name ? document.getElementById(name).content.cloneNode(true).childNodes : []));
    modal.dataset.saying = name ?? '';
};

const has = state => modal.classList.contains(`components-reconnect-${state}`);

function lost() {
    if (away)
        return;
    away = true;
    clearTimeout(timer);
    timer = setTimeout(() => say('reconnect-lost'), calm);
}

function back() {
    clearTimeout(timer);
    if (!away)
        return;
    away = false;
    // What was typed meanwhile is still on the screen; the server hears of it now.
    for (const field of touched)
        for (const name of ['input', 'change'])
            field.dispatchEvent(new Event(name, { bubbles: true }));
    touched.clear();
    if (modal.dataset.saying) {
        say('reconnect-back');
        timer = setTimeout(() => say(null), calm);
    }
}

function beginAnew() {
    document.dispatchEvent(new Event('beginsanew'));
    location.reload();
}

async function again() {
    try {
        if (!await Blazor.reconnect())
            beginAnew();
    } catch {
        setTimeout(again, 3000);
    }
}

new MutationObserver(() => {
    if (has('rejected'))
        beginAnew();
    else if (has('failed'))
        again();
    else if (has('show'))
        lost();
    else if (has('hide'))
        back();
}).observe(modal, { attributes: true, attributeFilter: ['class'] });

// Pressed while the line is down, a button would do nothing and say nothing: the page says that nothing was sent.
const isAct = event => event.type === 'submit'
    || event.type === 'click' && event.target.closest?.('button, input, label, select, [role="button"], a:not([href])');

// What is longer than one message may be would break the line, and break it again when it is back. It is not sent, stays where it was typed,
// and no act is done on what stood there before.
const largest = Number(modal.dataset.largest) - 8192; // beside the text stands what it is about
const tooLong = new Set();

// A form that is posted goes by HTTP and takes what its fields take.
const isTooLong = field => typeof field.value === 'string' && field.value.length > largest / 6 && field.form?.getAttribute('method') !== 'post'
    && new TextEncoder().encode(JSON.stringify(field.value)).length > largest;

const firstTooLong = () => {
    for (const field of tooLong)
        if (!field.isConnected)
            tooLong.delete(field);
    return [...tooLong][0];
};

for (const type of ['input', 'change'])
    window.addEventListener(type, event => {
        if (isTooLong(event.target)) {
            tooLong.add(event.target);
            event.stopImmediatePropagation();
            clearTimeout(timer);
            say('text-too-long');
        } else if (tooLong.delete(event.target) && !away && !firstTooLong())
            say(null);
    }, true);

for (const type of ['click', 'submit'])
    window.addEventListener(type, event => {
        const field = firstTooLong();
        if (field && (type === 'submit' || event.target.closest?.('main :is(button, [role="button"])'))) {
            event.preventDefault();
            event.stopImmediatePropagation();
            clearTimeout(timer);
            say('text-too-long');
            field.focus();
        }
    }, true);

for (const type of ['click', 'submit'])
    window.addEventListener(type, event => {
        if (away && isAct(event)) {
            event.preventDefault();
            event.stopImmediatePropagation();
            clearTimeout(timer);
            say('reconnect-not-sent');
        }
    }, true);

for (const type of ['input', 'change'])
    window.addEventListener(type, event => {
        if (away) {
            touched.add(event.target);
            event.stopImmediatePropagation();
        }
    }, true);
