// Sends files piece by piece, some at once. A line that breaks costs one piece: the server says where to go on, also after the page was loaded anew and the
// same file is chosen once more. The server checks every piece; what is decided here is only what is shown.
const atOnce = 3;
const failuresOfALine = 3; // then the file itself is looked at, too
const longestPause = 10000;

class Ended extends Error { }

const pause = failures => new Promise(resolve => {
    const timer = setTimeout(done, Math.min(500 * 2 ** failures, longestPause));
    function done() {
        clearTimeout(timer);
        removeEventListener('online', done);
        resolve();
    }
    addEventListener('online', done);
});

const ask = async (root, method, path, body) => {
    const answer = await fetch(`uploads${path}`, {
        method, body, redirect: 'manual', cache: 'no-store',
        headers: { 'RequestVerificationToken': root.querySelector('input[name="__RequestVerificationToken"]').value, ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}) },
    });
    if (answer.type === 'opaqueredirect' || answer.status === 401)
        throw new Ended(root.dataset.signedOut);
    if (answer.status === 404)
        return null;
    if (answer.status >= 400 && answer.status < 500)
        throw new Ended(root.dataset.refused);
    if (!answer.ok)
        throw new Error(answer.statusText);
    return answer.json();
};

const lineOf = (list, file) => {
    const line = document.createElement('li');
    const [name, bar, words] = ['span', 'progress', 'span'].map(tag => document.createElement(tag));
    name.textContent = file.name;
    bar.max = file.size;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    words.className = 'quiet small';
    line.append(name, bar, words);
    list.append(line);
    list.hidden = false;
    return {
        show: (offset, text) => {
            bar.value = offset;
            words.textContent = text.replace('{0}', Math.floor(100 * offset / file.size));
        },
        end: () => {
            line.remove();
            list.hidden = list.childElementCount === 0;
        },
    };
};

// Changed, moved or deleted on its disk, no piece of it is ever sent any more.
const canBeRead = async (file, offset) => {
    try {
        await file.slice(offset, offset + 1).arrayBuffer();
        return true;
    } catch {
        return false;
    }
};

const send = async (root, file, line) => {
    const { sending, cut, piece } = root.dataset;
    const offer = JSON.stringify({ ...JSON.parse(root.dataset.offer), name: file.name, size: file.size, stamp: file.lastModified });
    let [at, offset, failures] = [null, 0, 0];
    for (;;) {
        try {
            // Without an answer nobody knows whether the last piece arrived, or even the whole: the server is asked.
            let state = at && await ask(root, 'GET', `/${at}`) || await ask(root, 'POST', '', offer);
            while (state && !state.why && !state.done) {
                [at, offset] = [state.id, state.offset];
                line.show(offset, sending);
                const next = await ask(root, 'PATCH', `/${at}?offset=${offset}`, file.slice(offset, offset + Number(piece)));
                if (next && !next.why && !next.done && next.offset === offset)
                    await pause(failures++); // another window is at it
                else
                    failures = 0;
                state = next;
            }
            if (state)
                return state;
            at = null;
        } catch (error) {
            if (error instanceof Ended)
                return { why: `${file.name}: ${error.message}` };
            if (failures >= failuresOfALine && navigator.onLine && !await canBeRead(file, offset))
                return { why: `${file.name}: ${root.dataset.unreadable}` };
            line.show(offset, cut);
        }
        await pause(failures++);
    }
};

// The page may be without its line at this moment, or gone for good.
const tell = async (root, page, name, ...said) => {
    for (let failures = 0; root.isConnected; failures++) {
        try {
            return await page.invokeMethodAsync(name, ...said);
        } catch {
            await pause(failures);
        }
    }
};

export const watch = (root, page) => {
    const [input, list, queue] = [root.querySelector('input[type="file"]'), root.querySelector('.uploads'), []];
    let running = 0;
    const next = async () => {
        if (running >= atOnce || queue.length === 0)
            return;
        running++;
        const { file, line } = queue.shift();
        next();
        const state = await send(root, file, line);
        await (state.why ? tell(root, page, 'Refused', state.why) : tell(root, page, 'ArrivedAsync', state.id));
        line.end();
        running--;
        next();
    };
    const take = async () => {
        const files = [...input.files];
        input.value = ''; // the same file may be chosen once more
        if (files.length === 0 || !await tell(root, page, 'Chosen', files.length))
            return;
        queue.push(...files.map(file => ({ file, line: lineOf(list, file) })));
        next();
    };
    input.addEventListener('change', take);
    take(); // what was chosen before this script was there
};
