// The agenda follows what is being dealt with: within its own box, never the page, and not while somebody looks something up in it.
function follow() {
    const agenda = document.querySelector('.room-agenda');
    const current = agenda?.querySelector('[aria-current="step"]');
    if (!current || agenda.matches(':hover, :focus-within'))
        return;
    const [line, box] = [current.getBoundingClientRect(), agenda.getBoundingClientRect()];
    if (line.top < box.top || line.bottom > box.bottom)
        agenda.scrollTop += line.top - box.top - box.height / 3;
}

new MutationObserver(follow).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-current'] });
follow();

// 1, 2, 3… go to the choice that shows the number; Enter or Space then votes, as on any button. What the chair puts to the vote is chosen at once.
const isTyping = element => element.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], dialog');

// Who is typing goes on for a moment when the field is gone, because the meeting has gone on: none of that is a vote.
const pause = 1500;
let typed = { in: document.body, at: 0 };
document.addEventListener('keydown', event => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (event.target.matches('textarea, input:not([type="radio"], [type="checkbox"])')) {
        if (isLetter)
            typed = { in: event.target, at: event.timeStamp };
    } else if (!typed.in.isConnected && event.timeStamp - typed.at < pause && (isLetter || event.key === 'Enter')) {
        event.preventDefault();
        if (isLetter)
            typed.at = event.timeStamp;
    }
}, true);

document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat || !/^[1-9]$/.test(event.key) || isTyping(event.target))
        return;
    const choice = [...document.querySelectorAll(`[data-vote-key="${event.key}"]`)].find(shown => shown.checkVisibility());
    if (choice) {
        event.preventDefault();
        choice.focus();
        if (choice.type === 'radio')
            choice.click();
    }
});

// A line may be broken before anybody knows. What was pressed is kept in this window until the page says that it is recorded, or not taken; a while without an answer is said,
// and so is it when the page begins anew without it.
const kept = 'vote:';
const placeOf = vote => kept + vote.dataset.vote;
const slow = 1000;
const choicesOf = vote => [...vote.querySelectorAll('.vote-choice')];
const say = (vote, what) => {
    const line = vote.querySelector('.vote-line');
    line.textContent = what ? line.dataset[what] : '';
};
document.addEventListener('click', event => {
    const choice = event.target.closest?.('.my-vote .vote-choice:not([aria-disabled], [aria-pressed="true"])');
    if (!choice)
        return;
    const vote = choice.closest('.my-vote');
    sessionStorage.setItem(placeOf(vote), choicesOf(vote).indexOf(choice)); // whoever votes for two seats may lose either
    say(vote, null);
    vote.dataset.unheard = '';
    setTimeout(() => {
        if ('unheard' in vote.dataset)
            say(vote, 'slow');
    }, slow);
});
new MutationObserver(changes => {
    for (const { target } of changes) {
        const vote = target.matches('.my-vote, .vote-status') && target.closest('.my-vote');
        if (!vote)
            continue;
        delete vote.dataset.unheard;
        say(vote, null);
        if (target.matches('.vote-status:not(.vote-status-sending, .vote-status-retrying)'))
            sessionStorage.removeItem(placeOf(vote));
    }
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class', 'data-vote'] });

function lookBack(until) {
    const places = Object.keys(sessionStorage).filter(place => place.startsWith(kept));
    if (places.length === 0)
        return;
    const votes = [...document.querySelectorAll('.my-vote')];
    if (votes.length === 0 && performance.now() < until) {
        setTimeout(lookBack, 100, until); // the room is still being drawn
        return;
    }
    for (const vote of votes.filter(vote => places.includes(placeOf(vote))))
        if (choicesOf(vote)[sessionStorage.getItem(placeOf(vote))]?.ariaPressed !== 'true')
            say(vote, 'lost');
    places.forEach(place => sessionStorage.removeItem(place));
}

// The frame is no part of the circuit: that the room answers to clicks now is written on it from here.
export const live = () => {
    document.getElementById('content').dataset.page = 'live';
    lookBack(performance.now() + 10000);
};
