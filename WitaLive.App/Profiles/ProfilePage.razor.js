// What is typed and not yet saved stays in this tab: after a cut or a reload it is put back and saved; never for somebody else who signs in here.
// For whom one fills in, there is a place of their own.
let mine = '';
const place = field => `${mine}${field.closest('[data-whose]')?.dataset.whose ?? ''}${field.dataset.keep}`;

// What the server has not kept is said under the field, also while nobody hears of what is typed.
const mark = field => field.toggleAttribute('data-waiting', field.value !== field.dataset.saved);

// Beside what was typed: what stood there before, and everything that was typed over it. The server may have kept any of it without an answer that came through; anything else was written in another window.
const past = field => `${place(field)}?`;
const meant = field => text => field.inputMode === 'decimal' ? text.replace(/\s/g, '').replace(',', '.').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : text.replace(/\s+/g, ' ').trim();
const sum = text => [...text].reduce((all, sign) => Math.imul(all, 31) + sign.codePointAt(0) | 0, text.length);
const sumOf = (field, text) => sum(meant(field)(text));
const pastOf = field => JSON.parse(sessionStorage.getItem(past(field)) ?? '[]');

const keep = field => {
    const known = pastOf(field);
    const sums = [...(known.length ? [] : [sumOf(field, field.dataset.saved)]), sumOf(field, field.value)].filter(one => !known.includes(one));
    sessionStorage.setItem(past(field), JSON.stringify([...known, ...sums]));
    sessionStorage.setItem(place(field), field.value);
};

const forget = field => [place(field), past(field)].forEach(key => sessionStorage.removeItem(key));

const tell = (element, value) => {
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
};

const restore = field => {
    const typed = sessionStorage.getItem(place(field));
    if (typed === null)
        return;
    if (typed === field.dataset.saved) {
        forget(field);
        return;
    }
    // A browser may have put it back by itself on a reload: the server has not heard of it all the same.
    field.value = typed;
    mark(field);
    if (pastOf(field).includes(sumOf(field, field.dataset.saved)))
        field.dispatchEvent(new Event('change', { bubbles: true }));
    else
        tell(field.closest('.field').querySelector('[data-return]'), typed);
};

const fieldsIn = node => node.nodeType !== Node.ELEMENT_NODE ? [] : [...(node.matches('[data-keep]') ? [node] : []), ...node.querySelectorAll('[data-keep]')];

export const watch = (root, person) => {
    mine = `keep:${person}:`;
    for (const key of Object.keys(sessionStorage))
        if (key.startsWith('keep:') && !key.startsWith(mine))
            sessionStorage.removeItem(key);
    const typing = event => {
        const field = event.target;
        if (!field.dataset?.keep || !(event.isTrusted || event.type === 'typed'))
            return;
        mark(field);
        if (field.value === field.dataset.saved)
            forget(field);
        else
            keep(field);
    };
    // While the line is down nobody hears of «input» and «change» (ReconnectModal.razor.js keeps them for later): typed.js tells of what was typed, or pasted, all the same.
    for (const type of ['input', 'change', 'keyup', 'focusout', 'typed'])
        root.addEventListener(type, typing);
    // The text of the other window is taken: what was typed here is not to come back.
    root.addEventListener('click', event => event.target.closest('[data-take]') && forget(event.target.closest('.field').querySelector('[data-keep]')));
    // What another window has saved is read when it says so, and what another device has, when one comes back to this one.
    const anew = () => root.isConnected && document.visibilityState === 'visible' && tell(root.querySelector('[data-anew]'), '');
    const others = new BroadcastChannel('profile');
    others.onmessage = anew;
    document.addEventListener('visibilitychange', anew);
    fieldsIn(root).forEach(restore);
    const seen = new MutationObserver(changes => {
        for (const change of changes) {
            if (change.type === 'attributes') {
                const field = change.target;
                const typed = sessionStorage.getItem(place(field));
                if (typed === field.dataset.saved) {
                    forget(field);
                    others.postMessage('saved');
                } else if (typed !== null && field.value === field.dataset.saved) {
                    field.value = typed; // written over by what was read anew, while it was on its way
                }
                mark(field);
            } else {
                change.addedNodes.forEach(node => fieldsIn(node).forEach(restore));
            }
        }
    });
    seen.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-saved'] });
    root.dataset.watched = ''; // from here on nothing that is typed gets lost
};
