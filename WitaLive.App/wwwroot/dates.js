// A browser reports a date or an hour at every key that makes it complete: «0002» on the way to «2026». On a slow line the answer to the first of them
// would come back into the field while the rest is typed. What is typed is told once, when the field is left or sent; what is picked, at once.
{
    const isClock = field => field instanceof HTMLInputElement && (field.type === 'date' || field.type === 'time');
    let typing = null;
    let owed = false;

    function tell() {
        const field = typing;
        typing = null;
        if (owed)
            field.dispatchEvent(new Event('change', { bubbles: true }));
        owed = false;
    }

    window.addEventListener('keydown', event => {
        if (typing && event.key === 'Enter')
            tell();
        else if (isClock(event.target) && event.key !== 'Tab')
            typing = event.target;
    }, true);
    window.addEventListener('change', event => {
        if (event.target === typing) {
            owed = true;
            event.stopImmediatePropagation();
        }
    }, true);
    window.addEventListener('focusout', event => event.target === typing && tell(), true);
}
