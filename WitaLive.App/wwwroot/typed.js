// Whoever changes the language in the middle of a sentence finds it again, and so does whose page begins anew because the server knew it no more: what was typed in this page is kept, by
// the names of its fields and in this window alone, until the page has been drawn again. What the page itself has taken meanwhile stands there as the page has it.
{
    const place = 'typed';
    const fields = 'textarea, input[type="text"], input:not([type])';
    const touched = new Set();
    // Heard before the page keeps it back while there is no line; whoever keeps what is typed is told of it.
    window.addEventListener('input', event => {
        if (event.isTrusted && event.target.dataset?.keep)
            event.target.dispatchEvent(new Event('typed', { bubbles: true }));
        if (event.target.id && event.target.matches?.(fields))
            touched.add(event.target);
    }, true);

    const here = () => location.pathname + location.search;
    const keep = () => {
        const typed = [...touched].filter(field => field.isConnected && field.value.trim()).map(field => [field.id, field.value]);
        try {
            sessionStorage.setItem(place, JSON.stringify([here(), typed]));
        } catch {
            // More than the window may keep: then it is as if nobody had thought of it.
        }
    };
    document.addEventListener('click', event => {
        if (event.target.closest?.('.languages a'))
            keep();
    });
    document.addEventListener('beginsanew', keep);

    const [page, typed] = JSON.parse(sessionStorage.getItem(place) ?? '[]');
    sessionStorage.removeItem(place);
    const waiting = new Map(page === here() ? typed : []);
    const until = performance.now() + 10000;
    const put = () => {
        for (const [id, text] of waiting) {
            const field = document.getElementById(id);
            if (!field || field.disabled || field.closest('[data-page="starting"]'))
                continue;
            waiting.delete(id);
            if (field.value)
                continue;
            for (let folded = field.closest('details'); folded; folded = folded.parentElement.closest('details'))
                folded.open = true;
            field.value = text;
            touched.add(field);
            for (const type of ['input', 'change'])
                field.dispatchEvent(new Event(type, { bubbles: true }));
        }
        if (waiting.size > 0 && performance.now() < until)
            setTimeout(put, 100);
    };
    put();
}
