// 1, 2, 3… go to the choice that shows the number; Enter or Space then votes, as on any button.
const isTyping = element => element.closest('input, textarea, select, [contenteditable], dialog');

document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || !/^[1-9]$/.test(event.key) || isTyping(event.target))
        return;
    const choice = document.querySelector(`[data-vote-key="${event.key}"]`);
    if (choice) {
        event.preventDefault();
        choice.focus();
    }
});
