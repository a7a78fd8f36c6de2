// What is typed and not yet saved stays in this tab: after a cut or a reload it is put back and saved; never for somebody else who signs in here.
// For whom one fills in, there is a place of their own.
let mine = '';
const place = field => `${mine}${field.closest('[data-whose]')?.dataset.whose ?? ''}${field.dataset.keep}`;

// What the server has not kept is said under the field, also while nobody hears of what is typed.
const mark = field => field.toggleAttribute('data-waiting', field.value !== field.dataset.saved);

const restore = field => {
    const typed = sessionStorage.getItem(place(field));
    if (typed === null)
        return;
    if (typed === field.dataset.saved) {
        sessionStorage.removeItem(place(field));
        return;
    }
    // A browser may have put it back by itself on a reload: the server has not heard of it all the same.
    field.value = typed;
    mark(field);
    field.dispatchEvent(new Event('change', { bubbles: true }));
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
            sessionStorage.removeItem(place(field));
        else
            sessionStorage.setItem(place(field), field.value);
    };
    // While the line is down nobody hears of «input» and «change» (ReconnectModal.razor.js keeps them for later): typed.js tells of what was typed, or pasted, all the same.
    for (const type of ['input', 'change', 'keyup', 'focusout', 'typed'])
        root.addEventListener(type, typing);
    // Another window of the same person has saved something else: what stands here is no longer what is kept, and says so before it replaces it.
    const others = new BroadcastChannel('profile');
    others.onmessage = ({ data: [where, saved] }) => fieldsIn(root).filter(field => place(field) === where)
        .forEach(field => field.toggleAttribute('data-elsewhere', field.dataset.saved !== saved));
    fieldsIn(root).forEach(restore);
    const seen = new MutationObserver(changes => {
        for (const change of changes) {
            if (change.type === 'attributes') {
                mark(change.target);
                change.target.removeAttribute('data-elsewhere');
                others.postMessage([place(change.target), change.target.dataset.saved]);
                if (sessionStorage.getItem(place(change.target)) === change.target.dataset.saved)
                    sessionStorage.removeItem(place(change.target));
            } else {
                change.addedNodes.forEach(node => fieldsIn(node).forEach(restore));
            }
        }
    });
    seen.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-saved'] });
    root.dataset.watched = ''; // from here on nothing that is typed gets lost
};
