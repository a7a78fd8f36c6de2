// Reordering by dragging a handle, with mouse, pen or finger. The rows stay where they are until the server has moved them:
// only a line shows where the dragged one would land. Escape lets go.
export function watch(list, page) {
    let dragged = null;
    let place = null;

    const rows = () => [...list.children].filter(row => row.dataset.item);
    const others = () => rows().filter(row => row !== dragged);
    const letGo = () => {
        rows().forEach(row => row.classList.remove('dragged', 'drop-before', 'drop-after'));
        dragged = place = null;
    };

    const show = y => {
        const rest = others();
        const next = rest.findIndex(row => { const box = row.getBoundingClientRect(); return y < box.top + box.height / 2; });
        place = next === -1 ? rest.length : next;
        rest.forEach((row, i) => {
            row.classList.toggle('drop-before', i === place);
            row.classList.toggle('drop-after', i === rest.length - 1 && place === rest.length);
        });
    };

    list.addEventListener('pointerdown', event => {
        const handle = event.target.closest('.drag-handle');
        if (!handle || event.button !== 0)
            return;
        event.preventDefault();
        dragged = handle.closest('[data-item]');
        dragged.classList.add('dragged');
        handle.setPointerCapture(event.pointerId);
    });
    list.addEventListener('pointermove', event => {
        if (!dragged)
            return;
        show(event.clientY);
        if (event.clientY < 60)
            scrollBy(0, -12);
        else if (event.clientY > innerHeight - 60)
            scrollBy(0, 12);
    });
    list.addEventListener('pointerup', () => {
        if (!dragged)
            return;
        const { item } = dragged.dataset;
        const [from, to] = [rows().indexOf(dragged), place];
        letGo();
        if (to !== null && to !== from)
            page.invokeMethodAsync('DropAsync', item, to + 1);
    });
    list.addEventListener('pointercancel', letGo);
    // Of the whole page, for the focus is not in the list; it goes with the list.
    const left = new AbortController();
    document.addEventListener('keydown', event => {
        if (!list.isConnected)
            left.abort();
        else if (event.key === 'Escape' && dragged)
            letGo();
    }, { signal: left.signal });
}

export function focusFirst(ids) {
    ids.map(id => document.getElementById(id)).find(element => element && !element.disabled)?.focus();
}

export async function copy(id) {
    const field = document.getElementById(id);
    field.select();
    try {
        await navigator.clipboard.writeText(field.value);
        return true;
    } catch {
        return false;
    }
}
