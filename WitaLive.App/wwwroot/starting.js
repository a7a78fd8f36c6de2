// A page is drawn before it answers, and drawn anew when it does: what is pressed or typed until then would be lost. It is not taken, and the page
// shows that it is not ready. Fields are disabled, too: what fills them in without a key, a browser, a program or a picker, would be wiped. Links lead on as ever; pages that need no line to the server are never «starting».
{
    const control = 'button, input, select, textarea, label, summary, [role="button"], [contenteditable]';
    const isTooEarly = event => event.target.closest?.(control)?.closest('main[data-page="starting"]');
    const isPressed = event => event.type !== 'keydown' || !(event.key === 'Tab' || event.ctrlKey || event.altKey || event.metaKey);
    const disable = () => {
        for (const field of document.querySelectorAll('main[data-page="starting"] :is(input, select, textarea):not(:disabled)')) {
            field.disabled = true;
            field.dataset.waits = '';
        }
        // Drawn anew, most are others; what was drawn before the page said that it answers is the same.
        for (const field of document.querySelectorAll('main:not([data-page="starting"]) [data-waits]')) {
            field.disabled = false;
            delete field.dataset.waits;
        }
    };

    for (const type of ['click', 'keydown', 'beforeinput', 'submit', 'dragstart', 'drop'])
        document.addEventListener(type, event => {
            if (isPressed(event) && isTooEarly(event)) {
                event.preventDefault();
                event.stopImmediatePropagation();
            }
        }, true);
    new MutationObserver(disable).observe(document, { childList: true, subtree: true, attributeFilter: ['data-page'] });
}
